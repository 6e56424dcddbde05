"""The model `Book` and its parts."""

from .._runtime.model import Model
from .language import Language
from .person import Person


class BookIllustrator(Model):
    """Somebody."""

    name: str

    style: str


class Book(Model):
    """Book."""

    author: Person
    """Who has written it."""

    translator: Person | None = None
    """Who has translated it. Deprecated."""

    illustrator: BookIllustrator | None = None
    """Somebody."""

    publisher: Person | None = None
    """Somebody."""

    language: Language | str | None = None
    """`"en"` when left out."""
