"""The model `ThreadMessageCreated`."""

from typing import Literal

from .._runtime.model import Model
from .message import Message


class ThreadMessageCreated(Model):
    """A message was created."""

    event: Literal["thread.message.created"]
    """Kind of event, always `thread.message.created`."""

    data: Message
    """The message as it is now."""
