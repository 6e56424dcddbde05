"""The model `Order`."""

from .._runtime.model import Model


class Order(Model):
    """Order."""

    id: str
