"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .shelf import (
        Shelf as Shelf,
        ShelfEmpty as ShelfEmpty,
        ShelfEntriesValue as ShelfEntriesValue,
    )
    from .shelves import Shelves as Shelves
    from .stock import Stock as Stock
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
shelf: Shelf ShelfEmpty ShelfEntriesValue
shelves: Shelves
stock: Stock
""",
    )
