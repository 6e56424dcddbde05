"""The model `ErrorResponse`."""

from .._runtime.model import Model
from .error import Error


class ErrorResponse(Model):
    """Body of every answer that is not a success."""

    error: Error
    """What went wrong."""
