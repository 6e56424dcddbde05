"""What requests take for `OrderLine`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models


class OrderLineDict(TypedDict):
    """Order line."""

    isbn: str
    """ISBN of the book."""

    count: int
    """Number of copies. At least 1."""


OrderLine: TypeAlias = "OrderLineDict | models.OrderLine"
