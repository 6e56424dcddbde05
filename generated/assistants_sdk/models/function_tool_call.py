"""The model `FunctionToolCall`."""

from typing import Literal

from .._runtime.model import Model
from .function_call import FunctionCall


class FunctionToolCall(Model):
    """A function call which the caller was asked to make."""

    id: str
    """ID of the call."""

    type: Literal["function"]
    """Kind of tool, always `function`."""

    function: FunctionCall
    """The function with its arguments and output."""
