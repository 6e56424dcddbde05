"""The model `Person`."""

from .._runtime.model import Model


class Person(Model):
    """Person."""

    name: str
    """Name of the person."""

    email: str | None = None
