"""The model `Author`."""

from .._runtime.model import Model


class Author(Model):
    """Author."""

    name: str | None = None
