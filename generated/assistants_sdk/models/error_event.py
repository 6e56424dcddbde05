"""The model `ErrorEvent`."""

from typing import Literal

from .._runtime.model import Model
from .error import Error


class ErrorEvent(Model):
    """The run cannot go on, because of an error in the server or a timeout."""

    event: Literal["error"]
    """Kind of event, always `error`."""

    data: Error
    """What went wrong."""
