"""What requests take for `Book`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from .. import models
    from .author import Author


BookDict = TypedDict(
    "BookDict",
    {
        "Author": "Author",
        "str": "str",
        "Sequence": "NotRequired[Sequence[str]]",
        "models": 'NotRequired[Literal["a", "b"]]',
    },
)
"""Has keys that are named like their types."""


Book: TypeAlias = "BookDict | models.Book"
