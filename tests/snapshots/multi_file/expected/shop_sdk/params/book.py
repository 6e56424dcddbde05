"""What requests take for `Book`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models


class BookDict(TypedDict):
    """Book."""

    isbn: str


Book: TypeAlias = "BookDict | models.Book"
