"""The model `ThreadRunStepExpired`."""

from typing import Literal

from .._runtime.model import Model
from .run_step import RunStep


class ThreadRunStepExpired(Model):
    """A step expired with its run."""

    event: Literal["thread.run.step.expired"]
    """Kind of event, always `thread.run.step.expired`."""

    data: RunStep
    """The step as it is now."""
