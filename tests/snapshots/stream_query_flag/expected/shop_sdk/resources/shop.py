"""The operations of `shop`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Operation
from .._runtime.plans import JsonLines, Sse
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._runtime.omit import Omit
    from .._runtime.streaming import AsyncStream, Stream

_LIST_PRICES: Operation[list[models.Price]] = Operation(
    "listPrices", "GET", "/prices", returns=lambda: list[models.Price]
)
_LIST_PRICES_STREAM: Operation[models.Price] = Operation(
    "listPrices", "GET", "/prices", returns=lambda: models.Price, stream=JsonLines()
)
_WATCH_ORDERS: Operation[models.Price] = Operation(
    "watchOrders", "GET", "/orders", returns=lambda: models.Price, stream=Sse()
)


class Shop(Resource):
    """The operations of `shop`."""

    def list_prices(self, *, currency: str | Omit = OMIT) -> list[models.Price]:
        """List prices."""
        return self._send(_LIST_PRICES, query={"currency": currency})

    def list_prices_stream(
        self, *, currency: str | Omit = OMIT
    ) -> Stream[models.Price]:
        """List prices. Streams the events.

        Use the result in `with`: its events arrive one by one as they happen. Takes
        what `list_prices` takes.
        """
        return self._stream(
            _LIST_PRICES_STREAM, query={"watch": True, "currency": currency}
        )

    def watch_orders(self) -> Stream[models.Price]:
        """Watch orders."""
        return self._stream(_WATCH_ORDERS, query={"follow": True})


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def list_prices(self, *, currency: str | Omit = OMIT) -> list[models.Price]:
        """List prices."""
        return await self._send(_LIST_PRICES, query={"currency": currency})

    def list_prices_stream(
        self, *, currency: str | Omit = OMIT
    ) -> AsyncStream[models.Price]:
        """List prices. Streams the events.

        Use the result in `async with`: its events arrive one by one as they happen.
        Takes what `list_prices` takes.
        """
        return self._stream(
            _LIST_PRICES_STREAM, query={"watch": True, "currency": currency}
        )

    def watch_orders(self) -> AsyncStream[models.Price]:
        """Watch orders."""
        return self._stream(_WATCH_ORDERS, query={"follow": True})
