"""The model `RunStepDelta`."""

from typing import Literal

from .._runtime.model import Model
from .run_step_delta_changes import RunStepDeltaChanges


class RunStepDelta(Model):
    """What is new about a step while its run is streamed."""

    id: str
    """ID of the step."""

    object: Literal["thread.run.step.delta"]
    """Kind of object, always `thread.run.step.delta`."""

    delta: RunStepDeltaChanges
    """The fields that have changed."""
