"""The model `ThreadRunCreated`."""

from typing import Literal

from .._runtime.model import Model
from .run import Run


class ThreadRunCreated(Model):
    """A run was created."""

    event: Literal["thread.run.created"]
    """Kind of event, always `thread.run.created`."""

    data: Run
    """The run as it is now."""
