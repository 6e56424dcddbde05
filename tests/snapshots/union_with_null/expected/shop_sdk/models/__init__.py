"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .book import Book as Book, BookPartOf as BookPartOf
    from .box import Box as Box
    from .series import Series as Series
    from .whole import Whole as Whole
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
book: Book BookPartOf
box: Box
series: Series
whole: Whole
""",
    )
