"""The model `ListOrdersResponse2`."""

from .._runtime.model import Model
from .order import Order
from .order2 import ORDER2
from .order3 import Order3
from .order_unit import OrderUnit


class ListOrdersResponse2(Model):
    """List orders response2."""

    orders: list[Order3]

    old: ORDER2 | None = None

    older: Order | None = None

    unit: OrderUnit | None = None
