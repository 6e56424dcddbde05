"""The model `MessageCreationDeltaDetails`."""

from typing import Literal

from .._runtime.model import Model
from .message_creation_delta import MessageCreationDelta


class MessageCreationDeltaDetails(Model):
    """What is new about a step which writes a message."""

    type: Literal["message_creation"]
    """Kind of step, always `message_creation`."""

    message_creation: MessageCreationDelta | None = None
    """The message which is being written."""
