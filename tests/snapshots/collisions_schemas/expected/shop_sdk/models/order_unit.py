"""The model `OrderUnit`."""

from .._runtime.model import Model


class OrderUnit(Model):
    """Order unit."""

    size: float | None = None
