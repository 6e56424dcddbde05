"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .add_prices_request_item import AddPricesRequestItem as AddPricesRequestItem
    from .change import Change as Change
    from .title import Title as Title
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
add_prices_request_item: AddPricesRequestItem
change: Change
title: Title
""",
    )
