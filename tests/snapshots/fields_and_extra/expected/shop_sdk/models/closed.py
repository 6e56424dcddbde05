"""The model `Closed`."""

from .._runtime.model import Model


class Closed(Model):
    """Closed."""

    title: str | None = None
