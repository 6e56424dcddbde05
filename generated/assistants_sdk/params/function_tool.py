"""What requests take for `FunctionTool`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

if TYPE_CHECKING:
    from typing import Literal

    from .. import models
    from .function_definition import FunctionDefinition


class FunctionToolDict(TypedDict):
    """Lets the model ask the caller to run a function and report its result."""

    type: Literal["function"]
    """Kind of tool, always `function`."""

    function: FunctionDefinition
    """The function that can be called."""


FunctionTool: TypeAlias = "FunctionToolDict | models.FunctionTool"
