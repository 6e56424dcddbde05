"""What requests take for `Category`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .. import models


class CategoryDict(TypedDict):
    """Category."""

    name: str

    parent: NotRequired[Category]

    children: Sequence[Category]

    related: NotRequired[Mapping[str, Category]]


Category: TypeAlias = "CategoryDict | models.Category"
