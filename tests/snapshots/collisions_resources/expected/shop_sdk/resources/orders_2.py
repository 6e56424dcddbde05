"""The operations of `orders_2`."""

from __future__ import annotations

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_LIST_LOUD: Operation[None] = Operation("listLoud", "GET", "/ORDERS")


class Orders2(Resource):
    """The operations of `orders_2`."""

    def list_loud(self) -> None:
        """List loud orders."""
        return self._send(_LIST_LOUD)


class AsyncOrders2(AsyncResource):
    """The same as `Orders2`, to be awaited."""

    async def list_loud(self) -> None:
        """List loud orders."""
        return await self._send(_LIST_LOUD)
