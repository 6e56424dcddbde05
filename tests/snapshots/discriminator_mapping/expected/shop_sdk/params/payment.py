"""What requests take for `Payment`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from .card import Card
    from .invoice import Invoice


Payment: TypeAlias = "Card | Invoice"
"""How a customer pays."""
