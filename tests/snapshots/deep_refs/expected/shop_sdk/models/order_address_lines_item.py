"""The model `OrderAddressLinesItem`."""

from .._runtime.model import Model


class OrderAddressLinesItem(Model):
    """Order address lines item."""

    text: str | None = None
