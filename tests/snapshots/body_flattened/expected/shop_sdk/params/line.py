"""What requests take for `Line`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models


class LineDict(TypedDict):
    """Line."""

    isbn: str

    count: NotRequired[int]
    """`1` when left out."""


Line: TypeAlias = "LineDict | models.Line"
