"""What requests take for `Author`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models


class AuthorDict(TypedDict):
    """Author."""

    name: NotRequired[str]


Author: TypeAlias = "AuthorDict | models.Author"
