"""The model `ThreadRunRequiresAction`."""

from typing import Literal

from .._runtime.model import Model
from .run import Run


class ThreadRunRequiresAction(Model):
    """A run stopped to wait for the outputs of function calls."""

    event: Literal["thread.run.requires_action"]
    """Kind of event, always `thread.run.requires_action`."""

    data: Run
    """The run as it is now."""
