"""The model `OrderAddressLines`."""

from .._runtime.model import Model


class OrderAddressLines(Model):
    """Order address lines."""

    text: str | None = None
