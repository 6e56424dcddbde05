"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .book import Book as Book
    from .books import Books as Books
    from .list_authors_response import (
        ListAuthorsResponse as ListAuthorsResponse,
        ListAuthorsResponseMeta as ListAuthorsResponseMeta,
    )
    from .search_request import SearchRequest as SearchRequest
    from .search_response import (
        SearchResponse as SearchResponse,
        SearchResponsePaging as SearchResponsePaging,
    )
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
book: Book
books: Books
list_authors_response: ListAuthorsResponse ListAuthorsResponseMeta
search_request: SearchRequest
search_response: SearchResponse SearchResponsePaging
""",
    )
