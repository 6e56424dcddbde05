"""The model `Book`."""

from .._runtime.model import Model


class Book(Model):
    """Book."""

    id: str
