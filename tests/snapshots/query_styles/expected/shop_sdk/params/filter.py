"""What requests take for `Filter`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models


class FilterDict(TypedDict):
    """Filter."""

    author: NotRequired[str]

    year: NotRequired[int]


Filter: TypeAlias = "FilterDict | models.Filter"
