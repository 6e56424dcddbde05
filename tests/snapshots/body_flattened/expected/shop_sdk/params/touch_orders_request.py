"""What requests take for `TouchOrdersRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models


class TouchOrdersRequestDict(TypedDict):
    """Touch orders request."""


TouchOrdersRequest: TypeAlias = "TouchOrdersRequestDict | models.TouchOrdersRequest"
