"""What requests take for `CreateOrderRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models


class CreateOrderRequestAddressPositionDict(TypedDict):
    """Create order request address position."""

    latitude: NotRequired[float]

    longitude: NotRequired[float]


CreateOrderRequestAddressPosition: TypeAlias = (
    "CreateOrderRequestAddressPositionDict | models.CreateOrderRequestAddressPosition"
)


class CreateOrderRequestAddressDict(TypedDict):
    """Create order request address."""

    city: str

    position: NotRequired[CreateOrderRequestAddressPosition]


CreateOrderRequestAddress: TypeAlias = (
    "CreateOrderRequestAddressDict | models.CreateOrderRequestAddress"
)


class CreateOrderRequestLinesItemDict(TypedDict):
    """Create order request lines item."""

    isbn: str


CreateOrderRequestLinesItem: TypeAlias = (
    "CreateOrderRequestLinesItemDict | models.CreateOrderRequestLinesItem"
)
