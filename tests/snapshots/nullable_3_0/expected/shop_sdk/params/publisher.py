"""What requests take for `Publisher`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models


class PublisherDict(TypedDict):
    """Publisher."""

    name: str


Publisher: TypeAlias = "PublisherDict | models.Publisher"
