"""The model `Order`."""

from .._runtime.model import Model
from .order_line import OrderLine
from .order_status import OrderStatus


class Order(Model):
    """What a customer has bought."""

    id: str
    """ID of the order."""

    status: OrderStatus | str
    """Where an order stands."""

    lines: list[OrderLine]
    """The books, each with its number of copies."""

    note: str | None = None
    """What the customer wants to say."""
