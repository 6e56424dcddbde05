"""The model `OrderUnit2`."""

from .._runtime.model import Model


class OrderUnit2(Model):
    """Order unit2."""

    height: float | None = None
