"""The model `AddNovelRequest`."""

from .._runtime.model import Model
from .author import Author
from .novel import NovelTranslator


class AddNovelRequest(Model):
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

    shelf: str
    """Where it is to stand."""
