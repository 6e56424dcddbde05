"""The model `ThreadRunStepFailed`."""

from typing import Literal

from .._runtime.model import Model
from .run_step import RunStep


class ThreadRunStepFailed(Model):
    """A step ended with an error."""

    event: Literal["thread.run.step.failed"]
    """Kind of event, always `thread.run.step.failed`."""

    data: RunStep
    """The step as it is now."""
