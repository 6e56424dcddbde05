"""The model `ToolCallsStepDetails`."""

from typing import Literal

from .._runtime.model import Model
from .tool_call import ToolCall


class ToolCallsStepDetails(Model):
    """Details of a step which calls tools."""

    type: Literal["tool_calls"]
    """Kind of step, always `tool_calls`."""

    tool_calls: list[ToolCall]
    """The calls which were made, in their order."""
