"""The model `Omit_`."""

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model
from .exception import Exception


class Omit_(Model):
    """Omit."""

    true: Annotated[Exception | None, Field(alias="True")] = None
