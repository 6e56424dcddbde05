"""What requests take for `Series`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from typing import Literal

    from .. import models


class SeriesDict(TypedDict):
    """Series."""

    type: Literal["series"]

    number: NotRequired[int]


Series: TypeAlias = "SeriesDict | models.Series"
