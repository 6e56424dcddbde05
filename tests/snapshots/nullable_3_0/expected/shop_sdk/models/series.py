"""The model `Series`."""

from .._runtime.model import Model


class Series(Model):
    """A row of books that belong together; `None` for a book of its own."""

    title: str
