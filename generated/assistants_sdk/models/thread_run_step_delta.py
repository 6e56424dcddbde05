"""The model `ThreadRunStepDelta`."""

from typing import Literal

from .._runtime.model import Model
from .run_step_delta import RunStepDelta


class ThreadRunStepDelta(Model):
    """More of a step has arrived."""

    event: Literal["thread.run.step.delta"]
    """Kind of event, always `thread.run.step.delta`."""

    data: RunStepDelta
    """What is new about the step."""
