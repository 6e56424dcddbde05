"""What requests take for `Span`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence


Span: TypeAlias = "Sequence[str | int]"
"""A name, then any number of years."""
