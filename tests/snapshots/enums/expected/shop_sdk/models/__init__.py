"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .book import Book as Book
    from .factor import Factor as Factor
    from .format import Format as Format
    from .list_books_languages_item import (
        ListBooksLanguagesItem as ListBooksLanguagesItem,
    )
    from .mixed import Mixed as Mixed
    from .nothing import Nothing as Nothing
    from .only import Only as Only
    from .open import Open as Open
    from .rating import Rating as Rating
    from .switch import Switch as Switch
    from .twice import Twice as Twice
    from .unlisted import Unlisted as Unlisted
    from .visibility import Visibility as Visibility
    from .wide import Wide as Wide
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
book: Book
factor: Factor
format: Format
list_books_languages_item: ListBooksLanguagesItem
mixed: Mixed
nothing: Nothing
only: Only
open: Open
rating: Rating
switch: Switch
twice: Twice
unlisted: Unlisted
visibility: Visibility
wide: Wide
""",
    )
