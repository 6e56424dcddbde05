"""The model `ThreadMessageInProgress`."""

from typing import Literal

from .._runtime.model import Model
from .message import Message


class ThreadMessageInProgress(Model):
    """A message is about to be written."""

    event: Literal["thread.message.in_progress"]
    """Kind of event, always `thread.message.in_progress`."""

    data: Message
    """The message as it is now."""
