"""The model `RunStepDetails`."""

from typing import Annotated, TypeAlias

from .._runtime.unions import Tagged, Unknown
from .message_creation_step_details import MessageCreationStepDetails
from .tool_calls_step_details import ToolCallsStepDetails

RunStepDetails: TypeAlias = Annotated[
    MessageCreationStepDetails | ToolCallsStepDetails | Unknown,
    Tagged(
        "type",
        {
            "message_creation": MessageCreationStepDetails,
            "tool_calls": ToolCallsStepDetails,
        },
    ),
]
"""What a step consists of, told apart by its `type`."""
