"""What requests take for `Cat`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

if TYPE_CHECKING:
    from typing import Literal

    from .. import models


class CatDict(TypedDict):
    """An animal that lives in the shop."""

    petType: Literal["Cat"]

    name: str

    lives: int


Cat: TypeAlias = "CatDict | models.Cat"
