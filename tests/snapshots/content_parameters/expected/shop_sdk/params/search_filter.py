"""What requests take for `SearchFilter`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .. import models


class SearchFilterDict(TypedDict):
    """Search filter."""

    author: str

    years: NotRequired[Sequence[int]]


SearchFilter: TypeAlias = "SearchFilterDict | models.SearchFilter"
