"""The model `ThreadRunExpired`."""

from typing import Literal

from .._runtime.model import Model
from .run import Run


class ThreadRunExpired(Model):
    """A run ran out of time."""

    event: Literal["thread.run.expired"]
    """Kind of event, always `thread.run.expired`."""

    data: Run
    """The run as it is now."""
