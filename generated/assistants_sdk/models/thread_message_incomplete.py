"""The model `ThreadMessageIncomplete`."""

from typing import Literal

from .._runtime.model import Model
from .message import Message


class ThreadMessageIncomplete(Model):
    """A message was broken off."""

    event: Literal["thread.message.incomplete"]
    """Kind of event, always `thread.message.incomplete`."""

    data: Message
    """The message as it is now."""
