"""The model `ThreadRunStepCancelled`."""

from typing import Literal

from .._runtime.model import Model
from .run_step import RunStep


class ThreadRunStepCancelled(Model):
    """A step was cancelled with its run."""

    event: Literal["thread.run.step.cancelled"]
    """Kind of event, always `thread.run.step.cancelled`."""

    data: RunStep
    """The step as it is now."""
