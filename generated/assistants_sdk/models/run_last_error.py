"""The model `RunLastError`."""

from .._runtime.model import Model
from .run_error_code import RunErrorCode


class RunLastError(Model):
    """The error which a run met last."""

    code: RunErrorCode | str
    """Why a run failed. The server had an error, a rate limit was reached, or the
    prompt was refused.
    """

    message: str
    """What went wrong, for people to read."""
