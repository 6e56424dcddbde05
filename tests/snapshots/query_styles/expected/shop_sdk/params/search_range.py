"""What requests take for `SearchRange`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models


SearchRangeDict = TypedDict(
    "SearchRangeDict", {"from": "NotRequired[int]", "to": "NotRequired[int]"}
)
"""Search range."""


SearchRange: TypeAlias = "SearchRangeDict | models.SearchRange"
