"""The model `ThreadRunCompleted`."""

from typing import Literal

from .._runtime.model import Model
from .run import Run


class ThreadRunCompleted(Model):
    """A run was completed."""

    event: Literal["thread.run.completed"]
    """Kind of event, always `thread.run.completed`."""

    data: Run
    """The run as it is now."""
