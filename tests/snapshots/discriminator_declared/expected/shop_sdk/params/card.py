"""What requests take for `Card`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models


class CardDict(TypedDict):
    """Card."""

    kind: str

    number: str


Card: TypeAlias = "CardDict | models.Card"
