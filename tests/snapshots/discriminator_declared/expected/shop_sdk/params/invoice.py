"""What requests take for `Invoice`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models


class InvoiceDict(TypedDict):
    """Invoice."""

    kind: str

    address: NotRequired[str]


Invoice: TypeAlias = "InvoiceDict | models.Invoice"
