"""The model `PayError402`."""

from typing import Annotated, TypeAlias

from .._runtime.unions import Tagged, Unknown
from .card import Card
from .invoice import Invoice

PayError402: TypeAlias = Annotated[
    Card | Invoice | Unknown, Tagged("kind", {"Card": Card, "Invoice": Invoice})
]
