"""What requests take for `SearchCriteria`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models


class SearchCriteriaDict(TypedDict):
    """Search criteria."""

    author: NotRequired[str]

    year: NotRequired[int]


SearchCriteria: TypeAlias = "SearchCriteriaDict | models.SearchCriteria"
