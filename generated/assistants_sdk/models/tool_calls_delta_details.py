"""The model `ToolCallsDeltaDetails`."""

from typing import Literal

from .._runtime.model import Model
from .tool_call_delta import ToolCallDelta


class ToolCallsDeltaDetails(Model):
    """What is new about a step which calls tools."""

    type: Literal["tool_calls"]
    """Kind of step, always `tool_calls`."""

    tool_calls: list[ToolCallDelta] | None = None
    """Additions to the calls, matched to them by their `index`."""
