"""The model `Book`."""

from typing import Literal

from .._runtime.model import Model
from .publisher import Publisher
from .series import Series


class Book(Model):
    """Book."""

    isbn: str

    subtitle: str | None
    """Stands below the title; `None` where there is none."""

    binding: Literal["hard", "soft"] | str | None
    """How the book is bound; `None` for one that is only read on screens."""

    publisher: Publisher | None
    """Who has published the book."""

    number: int | str | None = None

    series: Series | None = None
    """A row of books that belong together; `None` for a book of its own."""

    reviews: list[str | None] | None = None

    withdrawn: None
    """Books that are withdrawn are not listed."""
