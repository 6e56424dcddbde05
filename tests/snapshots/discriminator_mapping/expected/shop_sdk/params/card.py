"""What requests take for `Card`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

if TYPE_CHECKING:
    from typing import Literal

    from .. import models


CardDict = TypedDict(
    "CardDict", {"payment-kind": 'Literal["card", "debit"]', "number": "str"}
)
"""Card."""


Card: TypeAlias = "CardDict | models.Card"
