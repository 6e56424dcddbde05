"""The model `ListBooksSort`."""

from typing import Literal, TypeAlias

ListBooksSort: TypeAlias = Literal["title", "author", "price", "publication-date"]
