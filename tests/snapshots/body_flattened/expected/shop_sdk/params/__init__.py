"""What requests take: models, or dictionaries like them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .address import Address as Address, AddressDict as AddressDict
    from .line import Line as Line, LineDict as LineDict
    from .touch_orders_request import (
        TouchOrdersRequest as TouchOrdersRequest,
        TouchOrdersRequestDict as TouchOrdersRequestDict,
    )
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
address: Address AddressDict
line: Line LineDict
touch_orders_request: TouchOrdersRequest TouchOrdersRequestDict
""",
    )
