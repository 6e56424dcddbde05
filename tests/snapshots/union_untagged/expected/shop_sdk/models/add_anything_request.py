"""The model `AddAnythingRequest`."""

from typing import Annotated, TypeAlias

from .._runtime.unions import Unknown, Untagged
from .author import Author
from .book import Book

AddAnythingRequest: TypeAlias = Annotated[Book | Author | Unknown, Untagged()]
