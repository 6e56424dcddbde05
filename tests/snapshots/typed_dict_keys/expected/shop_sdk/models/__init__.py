"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .author import Author as Author
    from .book import Book as Book
    from .note import Note as Note
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
author: Author
book: Book
note: Note
""",
    )
