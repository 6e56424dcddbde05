"""The model `Order2`."""

from .._runtime.model import Model
from .order_line import OrderLine
from .state import State


class Order2(Model):
    """What a customer has bought."""

    lines: list[OrderLine]

    state: State | str | None = None
