"""The model `SearchResponse`."""

from typing import Annotated, TypeAlias

from .._runtime.unions import Unknown, Untagged
from .author import Author
from .book import Book

SearchResponse: TypeAlias = Annotated[Book | Author | list[Book] | Unknown, Untagged()]
