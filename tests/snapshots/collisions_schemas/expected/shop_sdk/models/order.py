"""The model `Order` and its parts."""

from .._runtime.model import Model


class OrderUnit3(Model):
    """Not what stands under the key of that name."""

    weight: float | None = None


class Order(Model):
    """Order."""

    number: int | None = None

    unit: OrderUnit3 | None = None
    """Not what stands under the key of that name."""
