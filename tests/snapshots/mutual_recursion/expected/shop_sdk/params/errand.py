"""What requests take for `Errand`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

if TYPE_CHECKING:
    from typing import Literal

    from .. import models


class ErrandDict(TypedDict):
    """Errand."""

    type: Literal["errand"]

    to: str


Errand: TypeAlias = "ErrandDict | models.Errand"
