"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .book import Book as Book
    from .find_books_request import FindBooksRequest as FindBooksRequest
    from .item import Item as Item
    from .map import Map as Map
    from .other import Other as Other
    from .search_criteria import SearchCriteria as SearchCriteria
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
book: Book
find_books_request: FindBooksRequest
item: Item
map: Map
other: Other
search_criteria: SearchCriteria
""",
    )
