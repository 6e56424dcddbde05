"""The model `ThreadRunStepCreated`."""

from typing import Literal

from .._runtime.model import Model
from .run_step import RunStep


class ThreadRunStepCreated(Model):
    """A step was created."""

    event: Literal["thread.run.step.created"]
    """Kind of event, always `thread.run.step.created`."""

    data: RunStep
    """The step as it is now."""
