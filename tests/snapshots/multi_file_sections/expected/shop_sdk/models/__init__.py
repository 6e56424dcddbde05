"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .book import Book as Book
    from .special import Special as Special
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
book: Book
special: Special
""",
    )
