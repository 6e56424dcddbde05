"""What requests take for `Setting`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .._runtime.unions import Unknown


Setting: TypeAlias = (
    "bool | float | str | Sequence[Setting | None] | Mapping[str, Setting | None] | Unknown"
)
"""Any JSON value."""
