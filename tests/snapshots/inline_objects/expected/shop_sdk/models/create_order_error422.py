"""The model `CreateOrderError422`."""

from .._runtime.model import Model


class CreateOrderError422(Model):
    """Create order error422."""

    reason: str | None = None
