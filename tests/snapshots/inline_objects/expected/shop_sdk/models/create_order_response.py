"""The model `CreateOrderResponse` and its parts."""

from .._runtime.model import Model


class CreateOrderResponseCustomer(Model):
    """Create order response customer."""

    name: str | None = None


class CreateOrderResponse(Model):
    """Create order response."""

    id: str

    customer: CreateOrderResponseCustomer
