"""The value of an argument that was left out."""

from __future__ import annotations

from enum import Enum
from typing import Final, Literal


class Omit(Enum):
    """The type of `OMIT`; an enum, so that `is OMIT` narrows a type.

    Left out, null and a value are three different things: `OMIT` sends nothing, `None`
    sends null. Only bodies know null: elsewhere `None` sends nothing as well.
    """

    OMIT = "omit"

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "OMIT"


OMIT: Final = Omit.OMIT
