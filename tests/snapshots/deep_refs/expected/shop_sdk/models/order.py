"""The model `Order` and its parts."""

from uuid import UUID

from .._runtime.model import Model
from .order_address_lines_item import OrderAddressLinesItem
from .plain import Plain


class OrderAddress(Model):
    """Order address."""

    city: str

    lines: list[OrderAddressLinesItem] | None = None


class Order(Model):
    """Order."""

    id: UUID

    address: OrderAddress | None = None

    first_line: OrderAddressLinesItem | None = None

    described: Plain | None = None
    """Says more than the schema it refers to."""
