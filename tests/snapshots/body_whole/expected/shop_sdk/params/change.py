"""What requests take for `Change`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._runtime.unions import Unknown
    from .title import Title


Change: TypeAlias = "Title | Sequence[Title] | Unknown"
"""One change to a title, or several."""
