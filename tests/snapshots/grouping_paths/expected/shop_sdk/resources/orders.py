"""The operations of `orders`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .orders_lines import AsyncOrdersLines, OrdersLines

_LIST_ORDERS: Operation[None] = Operation("listOrders", "GET", "/v1/orders")


class Orders(Resource):
    """The operations of `orders`."""

    @property
    def lines(self) -> OrdersLines:
        """The operations of `lines`."""
        from .orders_lines import OrdersLines

        return OrdersLines(self)

    def list_orders(self) -> None:
        """List orders."""
        return self._send(_LIST_ORDERS)


class AsyncOrders(AsyncResource):
    """The same as `Orders`, to be awaited."""

    @property
    def lines(self) -> AsyncOrdersLines:
        """The operations of `lines`."""
        from .orders_lines import AsyncOrdersLines

        return AsyncOrdersLines(self)

    async def list_orders(self) -> None:
        """List orders."""
        return await self._send(_LIST_ORDERS)
