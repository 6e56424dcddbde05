"""The model `Line`."""

from .._runtime.model import Model


class Line(Model):
    """Line."""

    isbn: str

    count: int | None = None
    """`1` when left out."""
