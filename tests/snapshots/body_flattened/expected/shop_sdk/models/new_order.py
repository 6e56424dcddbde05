"""The model `NewOrder`."""

from .._runtime.model import Model
from .address import Address
from .line import Line


class NewOrder(Model):
    """New order."""

    lines: list[Line]

    address: Address | None = None

    note: str | None = None
