"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import Operation
from .._runtime.plans import Sse
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._runtime.streaming import AsyncStream, Stream

_WATCH_PRICES: Operation[models.WatchPricesEvent] = Operation(
    "watchPrices",
    "GET",
    "/prices",
    returns=lambda: models.WatchPricesEvent,
    stream=Sse(envelope=True),
)
_WATCH_LOG: Operation[str] = Operation(
    "watchLog", "GET", "/log", returns=lambda: str, stream=Sse()
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def watch_prices(self, *, isbn: str) -> Stream[models.WatchPricesEvent]:
        """Watch prices.

        Ends only when the client does.

        Args:
            isbn: The book to watch.
        """
        return self._stream(_WATCH_PRICES, query={"isbn": isbn})

    def watch_log(self) -> Stream[str]:
        """Watch the log."""
        return self._stream(_WATCH_LOG)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    def watch_prices(self, *, isbn: str) -> AsyncStream[models.WatchPricesEvent]:
        """Watch prices. See `Shop.watch_prices`."""
        return self._stream(_WATCH_PRICES, query={"isbn": isbn})

    def watch_log(self) -> AsyncStream[str]:
        """Watch the log."""
        return self._stream(_WATCH_LOG)
