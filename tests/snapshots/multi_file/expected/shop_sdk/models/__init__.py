"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .book import Book as Book
    from .order import Order as Order
    from .order_line import OrderLine as OrderLine
    from .refusal import Refusal as Refusal
    from .state import State as State
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
book: Book
order: Order
order_line: OrderLine
refusal: Refusal
state: State
""",
    )
