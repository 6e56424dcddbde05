"""The model `MessageCreationStepDetails`."""

from typing import Literal

from .._runtime.model import Model
from .message_creation import MessageCreation


class MessageCreationStepDetails(Model):
    """Details of a step which writes a message."""

    type: Literal["message_creation"]
    """Kind of step, always `message_creation`."""

    message_creation: MessageCreation
    """The message which was written."""
