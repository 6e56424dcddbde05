"""What requests take for `Author`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from typing import Literal

    from .. import models


class AuthorDict(TypedDict):
    """Author."""

    name: str

    born: NotRequired[int | Literal["unknown"]]


Author: TypeAlias = "AuthorDict | models.Author"
