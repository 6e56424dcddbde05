"""What requests take: models, or dictionaries like them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .book import Book as Book, BookDict as BookDict
    from .order_line import OrderLine as OrderLine, OrderLineDict as OrderLineDict
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
book: Book BookDict
order_line: OrderLine OrderLineDict
""",
    )
