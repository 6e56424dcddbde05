"""What requests take for `Book`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from .. import models
    from .author import Author


class BookDict(TypedDict):
    """Book."""

    title: str

    isbn: NotRequired[str]

    contributor: NotRequired[Author | str]

    extent: NotRequired[int | dt.timedelta | str | Sequence[int]]


Book: TypeAlias = "BookDict | models.Book"
