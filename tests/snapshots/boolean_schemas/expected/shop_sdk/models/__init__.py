"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .anything import Anything as Anything
    from .book import Book as Book
    from .nothing import Nothing as Nothing
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
anything: Anything
book: Book
nothing: Nothing
""",
    )
