"""The model `CreateOrderRequest` and its parts."""

from .._runtime.model import Model


class CreateOrderRequestAddressPosition(Model):
    """Create order request address position."""

    latitude: float | None = None

    longitude: float | None = None


class CreateOrderRequestAddress(Model):
    """Create order request address."""

    city: str

    position: CreateOrderRequestAddressPosition | None = None


class CreateOrderRequestLinesItem(Model):
    """Create order request lines item."""

    isbn: str


class CreateOrderRequest(Model):
    """Create order request."""

    address: CreateOrderRequestAddress

    lines: list[CreateOrderRequestLinesItem]
