"""What requests take: models, or dictionaries like them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .create_order_request import (
        CreateOrderRequestAddress as CreateOrderRequestAddress,
        CreateOrderRequestAddressDict as CreateOrderRequestAddressDict,
        CreateOrderRequestAddressPosition as CreateOrderRequestAddressPosition,
        CreateOrderRequestAddressPositionDict as CreateOrderRequestAddressPositionDict,
        CreateOrderRequestLinesItem as CreateOrderRequestLinesItem,
        CreateOrderRequestLinesItemDict as CreateOrderRequestLinesItemDict,
    )
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
create_order_request: CreateOrderRequestAddress CreateOrderRequestAddressDict CreateOrderRequestAddressPosition CreateOrderRequestAddressPositionDict CreateOrderRequestLinesItem CreateOrderRequestLinesItemDict
""",
    )
