"""What requests take for `Stock`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping


Stock: TypeAlias = "Mapping[str, int]"
"""ISBN to number of copies."""
