"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .watch_prices_event import (
        WatchPricesEvent as WatchPricesEvent,
        WatchPricesEventData as WatchPricesEventData,
    )
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
watch_prices_event: WatchPricesEvent WatchPricesEventData
""",
    )
