"""The model `Book`."""

from .._runtime.model import Model


class Book(Model):
    """Book."""

    title: str | None = None

    pages: int | None = None
