"""What requests take for `Novel`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models


class NovelTranslatorDict(TypedDict):
    """Novel translator."""

    name: str

    language: str
    """What it was translated from."""


NovelTranslator: TypeAlias = "NovelTranslatorDict | models.NovelTranslator"
