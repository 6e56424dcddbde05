"""The model `OrderLine`."""

from .._runtime.model import Model


class OrderLine(Model):
    """Order line."""

    isbn: str
    """ISBN of the book."""

    count: int
    """Number of copies. At least 1."""
