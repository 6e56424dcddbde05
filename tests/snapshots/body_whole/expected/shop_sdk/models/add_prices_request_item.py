"""The model `AddPricesRequestItem`."""

from .._runtime.model import Model


class AddPricesRequestItem(Model):
    """Add prices request item."""

    isbn: str
