"""The model `ThreadMessageCompleted`."""

from typing import Literal

from .._runtime.model import Model
from .message import Message


class ThreadMessageCompleted(Model):
    """A message was completed."""

    event: Literal["thread.message.completed"]
    """Kind of event, always `thread.message.completed`."""

    data: Message
    """The message as it is now."""
