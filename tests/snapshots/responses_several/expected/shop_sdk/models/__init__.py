"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .order import Order as Order
    from .ticket import Ticket as Ticket
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
order: Order
ticket: Ticket
""",
    )
