"""The model `RunStepType`."""

from typing import Literal, TypeAlias

RunStepType: TypeAlias = Literal["message_creation", "tool_calls"]
"""What a step does, either to write a message or to call tools."""
