"""What requests take: models, or dictionaries like them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .author import Author as Author, AuthorDict as AuthorDict
    from .book import Book as Book, BookDict as BookDict
    from .note import Note as Note, NoteDict as NoteDict
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
author: Author AuthorDict
book: Book BookDict
note: Note NoteDict
""",
    )
