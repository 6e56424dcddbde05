"""The model `Exception`."""

from .._runtime.model import Model
from .int import Int


class Exception(Model):
    """Exception."""

    int: Int | None = None
