"""What requests take for `Book`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from .._runtime.unions import Unknown
    from .box import Box
    from .series import Series


BookPartOf: TypeAlias = "Series | Box | Unknown"
"""What the book is a part of; `None` where it stands alone."""
