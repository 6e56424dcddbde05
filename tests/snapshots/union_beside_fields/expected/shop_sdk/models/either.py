"""The model `Either`."""

from .._runtime.model import Model


class Either(Model):
    """A union that only says what must be there."""

    email: str | None = None

    phone: str | None = None
