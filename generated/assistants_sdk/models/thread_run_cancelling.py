"""The model `ThreadRunCancelling`."""

from typing import Literal

from .._runtime.model import Model
from .run import Run


class ThreadRunCancelling(Model):
    """A run was asked to stop."""

    event: Literal["thread.run.cancelling"]
    """Kind of event, always `thread.run.cancelling`."""

    data: Run
    """The run as it is now."""
