"""The model `ThreadRunStepInProgress`."""

from typing import Literal

from .._runtime.model import Model
from .run_step import RunStep


class ThreadRunStepInProgress(Model):
    """A step was begun."""

    event: Literal["thread.run.step.in_progress"]
    """Kind of event, always `thread.run.step.in_progress`."""

    data: RunStep
    """The step as it is now."""
