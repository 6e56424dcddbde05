"""The model `OrderAddress2`."""

from .._runtime.model import Model
from .order import OrderAddressLinesItem


class OrderAddress2(Model):
    """Order address2."""

    city: str

    lines: list[OrderAddressLinesItem] | None = None
