"""What requests take for `CreateOrderRequestAddressPosition`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models


class CreateOrderRequestAddressPositionDict(TypedDict):

    latitude: NotRequired[float]

    longitude: NotRequired[float]


CreateOrderRequestAddressPosition: TypeAlias = (
    "CreateOrderRequestAddressPositionDict | models.CreateOrderRequestAddressPosition"
)


class CreateOrderRequestAddressDict(TypedDict):

    city: str

    position: NotRequired[CreateOrderRequestAddressPosition]


CreateOrderRequestAddress: TypeAlias = (
    "CreateOrderRequestAddressDict | models.CreateOrderRequestAddress"
)


class CreateOrderRequestLinesItemDict(TypedDict):

    isbn: str


CreateOrderRequestLinesItem: TypeAlias = (
    "CreateOrderRequestLinesItemDict | models.CreateOrderRequestLinesItem"
)
