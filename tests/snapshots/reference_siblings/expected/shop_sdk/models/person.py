"""The model `Person`."""

from .._runtime.model import Model


class Person(Model):
    """Somebody."""

    name: str
