"""The operations of `orders`."""

from __future__ import annotations

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_LIST_ORDERS: Operation[None] = Operation("listOrders", "GET", "/orders")


class Orders(Resource):
    """The operations of `orders`."""

    def list_orders(self) -> None:
        """List orders."""
        return self._send(_LIST_ORDERS)


class AsyncOrders(AsyncResource):
    """The same as `Orders`, to be awaited."""

    async def list_orders(self) -> None:
        """List orders."""
        return await self._send(_LIST_ORDERS)
