"""The model `ListOrdersResponse2`."""

from .._runtime.model import Model
from .order import Order
from .order2 import Order2
from .order3 import ORDER3
from .order_unit import OrderUnit


class ListOrdersResponse2(Model):
    """List orders response2."""

    orders: list[Order2]

    old: ORDER3 | None = None

    older: Order | None = None

    unit: OrderUnit | None = None
