"""What requests take: models, or dictionaries like them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .order_line import OrderLine as OrderLine, OrderLineDict as OrderLineDict
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
order_line: OrderLine OrderLineDict
""",
    )
