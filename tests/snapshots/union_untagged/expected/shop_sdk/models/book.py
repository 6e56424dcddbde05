"""The model `Book`."""

import datetime as dt

from .._runtime.model import Model
from .author import Author


class Book(Model):
    """Book."""

    title: str

    isbn: str | None = None

    contributor: Author | str | None = None

    extent: int | dt.timedelta | list[int] | None = None
