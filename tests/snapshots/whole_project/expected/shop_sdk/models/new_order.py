"""The model `NewOrder`."""

from .._runtime.model import Model
from .order_line import OrderLine


class NewOrder(Model):
    """New order."""

    lines: list[OrderLine]
    """The books, each with its number of copies. At least 1 item."""

    note: str | None = None
    """What the customer wants to say. At most 200 characters."""
