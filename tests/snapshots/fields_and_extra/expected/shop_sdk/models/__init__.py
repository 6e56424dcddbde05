"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .add_shelf_request import AddShelfRequest as AddShelfRequest
    from .book import Book as Book
    from .closed import Closed as Closed
    from .listed import Listed as Listed, ListedValue as ListedValue
    from .open import Open as Open
    from .tree import Tree as Tree
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
add_shelf_request: AddShelfRequest
book: Book
closed: Closed
listed: Listed ListedValue
open: Open
tree: Tree
""",
    )
