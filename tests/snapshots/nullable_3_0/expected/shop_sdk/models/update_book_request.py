"""The model `UpdateBookRequest`."""

from .._runtime.model import Model
from .publisher import Publisher


class UpdateBookRequest(Model):
    """Update book request."""

    subtitle: str | None = None

    publisher: Publisher | None = None

    price: float | None = None
