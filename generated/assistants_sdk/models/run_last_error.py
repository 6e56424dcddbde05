"""The model `RunLastError`."""

from .._runtime.model import Model
from .run_error_code import RunErrorCode


class RunLastError(Model):
    """The error which a run met last."""

    code: RunErrorCode | str
    """Kind of error."""

    message: str
    """What went wrong, for people to read."""
