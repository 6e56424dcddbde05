"""The model `ThreadRunFailed`."""

from typing import Literal

from .._runtime.model import Model
from .run import Run


class ThreadRunFailed(Model):
    """A run ended with an error."""

    event: Literal["thread.run.failed"]
    """Kind of event, always `thread.run.failed`."""

    data: Run
    """The run as it is now."""
