"""What requests take for `Setting`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


Setting: TypeAlias = (
    "bool | float | str | Sequence[Setting | None] | Mapping[str, Setting | None]"
)
"""Any JSON value."""
