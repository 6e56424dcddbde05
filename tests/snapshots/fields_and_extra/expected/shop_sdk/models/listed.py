"""The model `Listed` and its parts."""

import builtins
from typing import Annotated

from pydantic import Field

from .._runtime.model import Model


class ListedValue(Model):
    """Listed value."""

    since: str | None = None


class Listed(Model):
    """Listed."""

    str: builtins.str | None = None

    dict_: Annotated[builtins.str | None, Field(alias="dict")] = None

    __pydantic_extra__: dict[builtins.str, ListedValue] = Field(init=False)
