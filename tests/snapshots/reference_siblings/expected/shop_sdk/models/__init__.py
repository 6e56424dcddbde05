"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .book import Book as Book, BookIllustrator as BookIllustrator
    from .language import Language as Language
    from .person import Person as Person
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
book: Book BookIllustrator
language: Language
person: Person
""",
    )
