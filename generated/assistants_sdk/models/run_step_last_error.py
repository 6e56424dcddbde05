"""The model `RunStepLastError`."""

from .._runtime.model import Model
from .run_step_error_code import RunStepErrorCode


class RunStepLastError(Model):
    """The error which a step met last."""

    code: RunStepErrorCode | str
    """Kind of error."""

    message: str
    """What went wrong, for people to read."""
