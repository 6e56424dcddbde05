"""What requests take for `Payment`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from .._runtime.unions import Unknown
    from .card import Card
    from .invoice import Invoice


Payment: TypeAlias = "Card | Invoice | Unknown"
"""How a customer pays."""
