"""The model `Payment`."""

from typing import Annotated, TypeAlias

from .._runtime.unions import Tagged, Unknown
from .card import Card
from .invoice import Invoice

Payment: TypeAlias = Annotated[
    Card | Invoice | Unknown,
    Tagged("payment-kind", {"card": Card, "debit": Card, "invoice": Invoice}),
]
"""How a customer pays."""
