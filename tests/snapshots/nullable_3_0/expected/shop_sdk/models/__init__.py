"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .book import Book as Book
    from .publisher import Publisher as Publisher
    from .series import Series as Series
    from .update_book_request import UpdateBookRequest as UpdateBookRequest
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
book: Book
publisher: Publisher
series: Series
update_book_request: UpdateBookRequest
""",
    )
