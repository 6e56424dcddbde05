"""The model `Books`."""

from .._runtime.model import Model
from .book import Book


class Books(Model):
    """Books."""

    books: list[Book]

    total: int
