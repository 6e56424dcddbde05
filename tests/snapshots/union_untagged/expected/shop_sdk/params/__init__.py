"""What requests take: models, or dictionaries like them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .add_anything_request import AddAnythingRequest as AddAnythingRequest
    from .author import Author as Author, AuthorDict as AuthorDict
    from .book import Book as Book, BookDict as BookDict
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
add_anything_request: AddAnythingRequest
author: Author AuthorDict
book: Book BookDict
""",
    )
