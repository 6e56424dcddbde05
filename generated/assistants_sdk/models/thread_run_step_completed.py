"""The model `ThreadRunStepCompleted`."""

from typing import Literal

from .._runtime.model import Model
from .run_step import RunStep


class ThreadRunStepCompleted(Model):
    """A step was completed."""

    event: Literal["thread.run.step.completed"]
    """Kind of event, always `thread.run.step.completed`."""

    data: RunStep
    """The step as it is now."""
