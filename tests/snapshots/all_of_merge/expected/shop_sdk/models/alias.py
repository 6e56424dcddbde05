"""The model `Alias`."""

from .._runtime.model import Model
from .author import Author
from .novel import NovelTranslator


class Alias(Model):
    """The same as a novel."""

    id: str
    """ID of the novel, such as `n-12`."""

    created_at: int | None = None
    """When it was added."""

    title: str

    pages: int
    """Number of pages. At least 1."""

    author: Author
    """Who has written it."""

    translator: NovelTranslator | None = None
