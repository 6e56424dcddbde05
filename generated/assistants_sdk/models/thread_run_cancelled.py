"""The model `ThreadRunCancelled`."""

from typing import Literal

from .._runtime.model import Model
from .run import Run


class ThreadRunCancelled(Model):
    """A run stopped on request."""

    event: Literal["thread.run.cancelled"]
    """Kind of event, always `thread.run.cancelled`."""

    data: Run
    """The run as it is now."""
