"""The model `Notice` and its parts."""

from typing import Annotated, TypeAlias

from .._runtime.model import Model
from .._runtime.unions import Unknown, Untagged


class NoticeText(Model):
    """Something that was noticed."""

    id: str

    text: str


class NoticePicture(Model):
    """Something that was noticed."""

    id: str

    picture: str


Notice: TypeAlias = Annotated[NoticeText | NoticePicture | Unknown, Untagged()]
"""Something that was noticed."""
