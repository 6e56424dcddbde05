"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .add_book_form_data_request import (
        AddBookFormDataRequest as AddBookFormDataRequest,
    )
    from .book import Book as Book
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
add_book_form_data_request: AddBookFormDataRequest
book: Book
""",
    )
