"""The model `Item`."""

from typing import Annotated, TypeAlias

from .._runtime.unions import Tagged
from .book import Book
from .map import Map
from .other import Other

Item: TypeAlias = Annotated[
    Book | Map | Other,
    Tagged("kind", {"book": Book, "map": Map, "Other": Other}, default=Other),
]
