"""The model `CreateOrderError409`."""

from .._runtime.model import Model


class CreateOrderError409(Model):
    """Create order error409."""

    isbn: str
