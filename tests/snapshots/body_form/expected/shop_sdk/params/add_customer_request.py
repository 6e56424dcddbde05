"""What requests take for `AddCustomerRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models


class AddCustomerRequestAddressDict(TypedDict):
    """Add customer request address."""

    city: NotRequired[str]


AddCustomerRequestAddress: TypeAlias = (
    "AddCustomerRequestAddressDict | models.AddCustomerRequestAddress"
)
