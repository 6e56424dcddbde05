"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .address import Address as Address
    from .line import Line as Line
    from .new_order import NewOrder as NewOrder
    from .remove_orders_request import RemoveOrdersRequest as RemoveOrdersRequest
    from .touch_orders_request import TouchOrdersRequest as TouchOrdersRequest
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
address: Address
line: Line
new_order: NewOrder
remove_orders_request: RemoveOrdersRequest
touch_orders_request: TouchOrdersRequest
""",
    )
