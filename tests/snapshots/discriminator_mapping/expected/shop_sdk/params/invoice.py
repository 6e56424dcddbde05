"""What requests take for `Invoice`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from typing import Literal

    from .. import models


InvoiceDict = TypedDict(
    "InvoiceDict", {"payment-kind": 'Literal["invoice"]', "address": "NotRequired[str]"}
)
"""Invoice."""


Invoice: TypeAlias = "InvoiceDict | models.Invoice"
