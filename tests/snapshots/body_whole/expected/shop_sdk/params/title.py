"""What requests take for `Title`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models


class TitleDict(TypedDict):
    """Title."""

    text: str


Title: TypeAlias = "TitleDict | models.Title"
