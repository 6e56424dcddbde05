"""The model `Novel` and its parts."""

from .._runtime.model import Model
from .author import Author


class NovelTranslator(Model):
    """Novel translator."""

    name: str

    language: str
    """What it was translated from."""


class Novel(Model):
    """A book that tells one long story."""

    id: str
    """ID of the novel, such as `n-12`. Matches `^n-`."""

    created_at: int | None = None
    """When it was added."""

    title: str

    pages: int
    """Number of pages. At least 1."""

    author: Author
    """Who has written it."""

    translator: NovelTranslator | None = None
