"""What requests take for `SetMarkupRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models


class SetMarkupRequestDict(TypedDict):
    """Set markup request."""

    text: NotRequired[str]


SetMarkupRequest: TypeAlias = "SetMarkupRequestDict | models.SetMarkupRequest"
