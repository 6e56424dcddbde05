"""The model `Customer`."""

from .._runtime.model import Model
from .address import Address


class Customer(Model):
    """Customer."""

    id: str
    """Given by the shop."""

    name: str

    address: Address | None = None
