"""What requests take for `OrderLine`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models
    from .book import Book


class OrderLineDict(TypedDict):
    """Order line."""

    book: Book

    count: NotRequired[int]


OrderLine: TypeAlias = "OrderLineDict | models.OrderLine"
