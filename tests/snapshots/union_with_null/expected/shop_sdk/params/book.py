"""What requests take for `Book`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from .box import Box
    from .series import Series


BookPartOf: TypeAlias = "Series | Box"
"""What the book is a part of; `None` where it stands alone."""
