"""What requests take for `Address`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models


class AddressDict(TypedDict):
    """Address."""

    city: str

    firstName: NotRequired[str]


Address: TypeAlias = "AddressDict | models.Address"
