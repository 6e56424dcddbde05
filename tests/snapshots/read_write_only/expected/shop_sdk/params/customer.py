"""What requests take for `Customer`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .address import Address


class CustomerDict(TypedDict):
    """Customer."""

    name: str

    password: str
    """Never sent back."""

    address: NotRequired[Address]


Customer: TypeAlias = "CustomerDict"
