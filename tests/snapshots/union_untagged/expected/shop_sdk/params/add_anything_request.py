"""What requests take for `AddAnythingRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from .._runtime.unions import Unknown
    from .author import Author
    from .book import Book


AddAnythingRequest: TypeAlias = "Book | Author | Unknown"
