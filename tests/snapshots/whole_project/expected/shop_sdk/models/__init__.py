"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .new_order import NewOrder as NewOrder
    from .order import Order as Order
    from .order_line import OrderLine as OrderLine
    from .order_status import OrderStatus as OrderStatus
    from .refusal import Refusal as Refusal
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
new_order: NewOrder
order: Order
order_line: OrderLine
order_status: OrderStatus
refusal: Refusal
""",
    )
