"""The model `Order2`."""

from .._runtime.model import Model


class Order2(Model):
    """Order2."""

    id: str | None = None
