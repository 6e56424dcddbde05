"""The model `ThreadRunQueued`."""

from typing import Literal

from .._runtime.model import Model
from .run import Run


class ThreadRunQueued(Model):
    """A run was put in the queue."""

    event: Literal["thread.run.queued"]
    """Kind of event, always `thread.run.queued`."""

    data: Run
    """The run as it is now."""
