"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .list_orders_response import ListOrdersResponse as ListOrdersResponse
    from .list_orders_response2 import ListOrdersResponse2 as ListOrdersResponse2
    from .order import Order as Order, OrderUnit3 as OrderUnit3
    from .order2 import Order2 as Order2
    from .order3 import ORDER3 as ORDER3
    from .order_unit import OrderUnit as OrderUnit
    from .order_unit2 import OrderUnit2 as OrderUnit2
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
list_orders_response: ListOrdersResponse
list_orders_response2: ListOrdersResponse2
order: Order OrderUnit3
order2: Order2
order3: ORDER3
order_unit: OrderUnit
order_unit2: OrderUnit2
""",
    )
