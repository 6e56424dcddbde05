"""The model `Books`."""

from .._runtime.model import Model
from .book import Book


class Books(Model):
    """Books."""

    data: list[Book]

    has_more: bool
