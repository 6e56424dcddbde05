"""The model `AddShelfRequest`."""

from .._runtime.model import Model
from .book import Book
from .closed import Closed


class AddShelfRequest(Model):
    """Add shelf request."""

    book: Closed

    tagged: Book | None = None
    """A book with fields of one's own beside its own."""
