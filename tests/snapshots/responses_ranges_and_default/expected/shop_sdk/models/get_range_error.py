"""The model `GetRangeError`."""

from .._runtime.model import Model


class GetRangeError(Model):
    """Get range error."""

    trace: str | None = None
