"""What requests take for `Invoice`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from typing import Literal

    from .. import models


class InvoiceDict(TypedDict):
    """Invoice."""

    kind: Literal["Invoice"]

    address: NotRequired[str]


Invoice: TypeAlias = "InvoiceDict | models.Invoice"
