"""The model `Book`."""

from .._runtime.model import Model


class Book(Model):
    """Anything bound."""

    id: str
    """ID of the thing."""

    created_at: int | None = None
    """When it was added."""

    title: str

    pages: int | None = None
    """At least 1."""
