"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .order_cancelled_payload import OrderCancelledPayload as OrderCancelledPayload
    from .order_placed import OrderPlaced as OrderPlaced
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
order_cancelled_payload: OrderCancelledPayload
order_placed: OrderPlaced
""",
    )
