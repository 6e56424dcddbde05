"""The model `Book`."""

from .._runtime.model import Model
from .kind import Kind


class Book(Model):
    """A book.

    Deprecated.
    """

    isbn10: str | None = None
    """ISBN of the old form. Deprecated."""

    kind: Kind | str | None = None
    """Deprecated."""
