"""The model `Book`."""

import builtins
from typing import Annotated, Literal

from pydantic import Field

from .._runtime.model import Model
from .author import Author


class Book(Model):
    """Has keys that are named like their types."""

    author: Annotated[Author, Field(alias="Author")]

    str: builtins.str

    sequence: Annotated[list[builtins.str] | None, Field(alias="Sequence")] = None

    models: Literal["a", "b"] | builtins.str | None = None
