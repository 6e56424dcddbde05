"""What requests take for `FunctionDefinition`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models
    from .function_parameters import FunctionParameters


class FunctionDefinitionDict(TypedDict):
    """What the model has to know about a function to call it."""

    name: str
    """Name of the function, of at most 64 letters (a-z, A-Z), digits, underscores and
    dashes. Matches `^[a-zA-Z0-9_-]+$`.
    """

    description: NotRequired[str]
    """What the function does, from which the model tells when to call it."""

    parameters: NotRequired[FunctionParameters]
    """Arguments which the function takes. None when left out."""


FunctionDefinition: TypeAlias = "FunctionDefinitionDict | models.FunctionDefinition"
