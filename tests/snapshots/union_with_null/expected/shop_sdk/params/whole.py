"""What requests take for `Whole`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from .._runtime.unions import Unknown
    from .box import Box
    from .series import Series


Whole: TypeAlias = "Series | Box | Unknown"
