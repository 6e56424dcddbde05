"""The model `RequiredToolCall`."""

from typing import Literal

from .._runtime.model import Model
from .required_function_call import RequiredFunctionCall


class RequiredToolCall(Model):
    """A function call which the model leaves to the caller."""

    id: str
    """ID of the call, to be given with its output."""

    type: Literal["function"]
    """Kind of tool, always `function`."""

    function: RequiredFunctionCall
    """The function to call, with its arguments."""
