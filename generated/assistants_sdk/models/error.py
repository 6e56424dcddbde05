"""The model `Error`."""

from .._runtime.model import Model


class Error(Model):
    """An error reported by the API."""

    code: str | None
    """Short name of the error for programs to compare; `None` when it has none."""

    message: str
    """What went wrong, for people to read."""

    param: str | None
    """Name of the request field at fault; `None` when it is not about a field."""

    type: str
    """Family of errors it belongs to, such as `invalid_request_error`."""
