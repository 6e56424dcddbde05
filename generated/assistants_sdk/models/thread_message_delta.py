"""The model `ThreadMessageDelta`."""

from typing import Literal

from .._runtime.model import Model
from .message_delta import MessageDelta


class ThreadMessageDelta(Model):
    """More of a message has arrived."""

    event: Literal["thread.message.delta"]
    """Kind of event, always `thread.message.delta`."""

    data: MessageDelta
    """What is new about the message."""
