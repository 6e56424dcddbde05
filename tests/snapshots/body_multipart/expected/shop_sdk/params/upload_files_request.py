"""What requests take for `UploadFilesRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models


class UploadFilesRequestMetaDict(TypedDict):
    """Upload files request meta."""

    author: NotRequired[str]


UploadFilesRequestMeta: TypeAlias = (
    "UploadFilesRequestMetaDict | models.UploadFilesRequestMeta"
)
