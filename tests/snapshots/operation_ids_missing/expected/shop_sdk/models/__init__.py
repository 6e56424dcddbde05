"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .get_books_by_isbn_response import (
        GetBooksByIsbnResponse as GetBooksByIsbnResponse,
    )
    from .post_books_request import PostBooksRequest as PostBooksRequest
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
get_books_by_isbn_response: GetBooksByIsbnResponse
post_books_request: PostBooksRequest
""",
    )
