"""The model `Thing`."""

from .._runtime.model import Model


class Thing(Model):
    """Thing."""

    id: str
    """ID of the thing."""

    created_at: int | None = None
    """When it was added."""
