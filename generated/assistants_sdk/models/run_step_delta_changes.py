"""The model `RunStepDeltaChanges`."""

from .._runtime.model import Model
from .run_step_delta_details import RunStepDeltaDetails


class RunStepDeltaChanges(Model):
    """The fields of a step that have changed."""

    step_details: RunStepDeltaDetails | None = None
    """What is new about the message or the tool calls."""
