"""The model `OrderLine`."""

from .._runtime.model import Model
from .book import Book


class OrderLine(Model):
    """Order line."""

    book: Book

    count: int | None = None
