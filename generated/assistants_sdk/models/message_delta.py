"""The model `MessageDelta`."""

from typing import Literal

from .._runtime.model import Model
from .message_delta_changes import MessageDeltaChanges


class MessageDelta(Model):
    """What is new about a message while it is streamed."""

    id: str
    """ID of the message."""

    object: Literal["thread.message.delta"]
    """Kind of object, always `thread.message.delta`."""

    delta: MessageDeltaChanges
    """The fields that have changed."""
