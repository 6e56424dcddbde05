"""The model `Model3D`."""

import builtins
from typing import Annotated

from pydantic import Field

from .._runtime.model import Model


class Model3D(Model):
    """Model3 d."""

    plain: str

    with_space: Annotated[str | None, Field(alias="with space")] = None
    """What a class could not have."""

    class_: Annotated[str | None, Field(alias="class")] = None

    list: builtins.list[str] | None = None
