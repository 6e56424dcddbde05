"""What requests take for `Notice`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models
    from .._runtime.unions import Unknown


class NoticeTextDict(TypedDict):
    """Something that was noticed."""

    id: str

    text: str


NoticeText: TypeAlias = "NoticeTextDict | models.NoticeText"


class NoticePictureDict(TypedDict):
    """Something that was noticed."""

    id: str

    picture: str


NoticePicture: TypeAlias = "NoticePictureDict | models.NoticePicture"


Notice: TypeAlias = "NoticeText | NoticePicture | Unknown"
"""Something that was noticed."""
