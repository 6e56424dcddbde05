"""What requests take for `AddPricesRequestItem`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models


class AddPricesRequestItemDict(TypedDict):
    """Add prices request item."""

    isbn: str


AddPricesRequestItem: TypeAlias = (
    "AddPricesRequestItemDict | models.AddPricesRequestItem"
)
