"""What requests take for `Point`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence


Point: TypeAlias = "Sequence[float]"
"""Longitude and latitude."""
