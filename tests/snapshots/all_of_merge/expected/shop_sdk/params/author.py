"""What requests take for `Author`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models


class AuthorDict(TypedDict):
    """Author."""

    name: str


Author: TypeAlias = "AuthorDict | models.Author"
