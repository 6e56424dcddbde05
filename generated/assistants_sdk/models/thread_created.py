"""The model `ThreadCreated`."""

from typing import Literal

from .._runtime.model import Model
from .thread import Thread


class ThreadCreated(Model):
    """A thread was created."""

    event: Literal["thread.created"]
    """Kind of event, always `thread.created`."""

    data: Thread
    """The new thread."""
