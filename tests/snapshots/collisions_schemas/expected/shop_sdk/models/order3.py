"""The model `Order3`."""

from .._runtime.model import Model


class Order3(Model):
    """Order3."""

    id: str | None = None
