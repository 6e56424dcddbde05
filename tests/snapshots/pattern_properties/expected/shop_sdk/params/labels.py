"""What requests take for `Labels`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping


Labels: TypeAlias = "Mapping[str, str | int]"
"""Labels, each with a prefix that says what it holds."""
