"""The model `Book`."""

from .._runtime.model import Model
from .author import Author


class Book(Model):
    """Book."""

    author: Author | None = None
