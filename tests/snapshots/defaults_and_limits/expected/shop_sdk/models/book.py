"""The model `Book`."""

from typing import Any

from .._runtime.model import Model


class Book(Model):
    """Book."""

    title: str
    """The title. 1 to 200 characters."""

    price: float
    """In euros. More than 0."""

    discount: float | None = None
    """At least 0, less than 1, a multiple of 0.05, `0` when left out."""

    isbn: str | None = None
    """Exactly 13 characters, matches `^[0-9]{13}$`."""

    language: str | None = None
    """Language of the text. `"en"` when left out."""

    used: bool | None = None
    """`False` when left out."""

    authors: list[str] | None = None
    """At least 1 item, `["anonymous"]` when left out."""

    labels: dict[str, str] | None = None
    """At most 5 entries, keys of at most 10 characters, values of at most 20
    characters.
    """

    weight: float | None = None
    """`".inf"` when left out."""

    settings: dict[str, Any] | None = None
    """`{"colour": "red", "sizes": [1, 2]}` when left out."""

    stars: int | None = None
    """From 1 to 5, `9` when left out."""
