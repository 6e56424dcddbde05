"""The model `RunStepDeltaDetails`."""

from typing import Annotated, TypeAlias

from .._runtime.unions import Tagged, Unknown
from .message_creation_delta_details import MessageCreationDeltaDetails
from .tool_calls_delta_details import ToolCallsDeltaDetails

RunStepDeltaDetails: TypeAlias = Annotated[
    MessageCreationDeltaDetails | ToolCallsDeltaDetails | Unknown,
    Tagged(
        "type",
        {
            "message_creation": MessageCreationDeltaDetails,
            "tool_calls": ToolCallsDeltaDetails,
        },
    ),
]
"""An addition to what a step consists of, told apart by its `type`."""
