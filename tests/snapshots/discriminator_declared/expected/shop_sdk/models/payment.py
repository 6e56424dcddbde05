"""The model `Payment`."""

from typing import Annotated, TypeAlias

from .._runtime.unions import Tagged, Unknown
from .card import Card
from .invoice import Invoice

Payment: TypeAlias = Annotated[
    Card | Invoice | Unknown, Tagged("kind", {"Card": Card, "Invoice": Invoice})
]
"""How a customer pays."""
