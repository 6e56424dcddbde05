"""What requests take for `SendBatchRequestItem1`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models


class SendBatchRequestItem1Dict(TypedDict):
    """Send batch request item1."""

    author: NotRequired[str]


SendBatchRequestItem1: TypeAlias = (
    "SendBatchRequestItem1Dict | models.SendBatchRequestItem1"
)
