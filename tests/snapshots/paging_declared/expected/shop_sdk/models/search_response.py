"""The model `SearchResponse` and its parts."""

from .._runtime.model import Model
from .book import Book


class SearchResponsePaging(Model):
    """Search response paging."""

    next: str | None = None


class SearchResponse(Model):
    """Search response."""

    hits: list[Book]

    paging: SearchResponsePaging | None = None
