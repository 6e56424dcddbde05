"""The model `ThreadRunInProgress`."""

from typing import Literal

from .._runtime.model import Model
from .run import Run


class ThreadRunInProgress(Model):
    """A run was taken up by the assistant."""

    event: Literal["thread.run.in_progress"]
    """Kind of event, always `thread.run.in_progress`."""

    data: Run
    """The run as it is now."""
