"""The model `SortItem`."""

from typing import Literal, TypeAlias

SortItem: TypeAlias = Literal["title", "author", "price", "year"]
