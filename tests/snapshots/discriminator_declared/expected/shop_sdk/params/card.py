"""What requests take for `Card`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

if TYPE_CHECKING:
    from typing import Literal

    from .. import models


class CardDict(TypedDict):
    """Card."""

    kind: Literal["Card"]

    number: str


Card: TypeAlias = "CardDict | models.Card"
