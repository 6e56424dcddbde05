"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .add_anything_request import AddAnythingRequest as AddAnythingRequest
    from .author import Author as Author
    from .book import Book as Book
    from .search_response import SearchResponse as SearchResponse
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
add_anything_request: AddAnythingRequest
author: Author
book: Book
search_response: SearchResponse
""",
    )
