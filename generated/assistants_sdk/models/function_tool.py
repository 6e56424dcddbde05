"""The model `FunctionTool`."""

from typing import Literal

from .._runtime.model import Model
from .function_definition import FunctionDefinition


class FunctionTool(Model):
    """Lets the model ask the caller to run a function and report its result."""

    type: Literal["function"]
    """Kind of tool, always `function`."""

    function: FunctionDefinition
    """The function that can be called."""
