"""What requests take for `Closed`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models


class ClosedDict(TypedDict):
    """Closed."""

    title: NotRequired[str]


Closed: TypeAlias = "ClosedDict | models.Closed"
