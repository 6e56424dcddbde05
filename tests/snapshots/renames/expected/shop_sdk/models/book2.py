"""The model `Book2`."""

from .._runtime.model import Model


class Book2(Model):
    """Book2."""

    isbn: str | None = None
