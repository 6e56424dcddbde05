"""The operations of `async_orders`."""

from __future__ import annotations

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_LIST_ASYNC: Operation[None] = Operation("listAsync", "GET", "/async")


class ResourceAsyncOrders(Resource):
    """The operations of `async_orders`."""

    def list_async(self) -> None:
        """List what is not placed yet."""
        return self._send(_LIST_ASYNC)


class AsyncResourceAsyncOrders(AsyncResource):
    """The same as `ResourceAsyncOrders`, to be awaited."""

    async def list_async(self) -> None:
        """List what is not placed yet."""
        return await self._send(_LIST_ASYNC)
