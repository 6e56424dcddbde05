"""The model `FunctionToolCallDelta`."""

from typing import Literal

from .._runtime.model import Model
from .function_call_delta import FunctionCallDelta


class FunctionToolCallDelta(Model):
    """What is new about a function call which the caller is asked to make."""

    index: int
    """Position of the call among those of the step, counted from 0."""

    id: str | None = None
    """ID of the call."""

    type: Literal["function"]
    """Kind of tool, always `function`."""

    function: FunctionCallDelta | None = None
    """What is new about the function, its arguments and its output."""
