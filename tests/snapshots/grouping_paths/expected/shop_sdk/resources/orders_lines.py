"""The operations of `orders.lines`."""

from __future__ import annotations

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_LIST_LINES: Operation[None] = Operation(
    "listLines", "GET", "/v1/orders/{order_id}/lines"
)


class OrdersLines(Resource):
    """The operations of `orders.lines`."""

    def list_lines(self, order_id: str) -> None:
        """List lines."""
        return self._send(_LIST_LINES, path=(order_id,))


class AsyncOrdersLines(AsyncResource):
    """The same as `OrdersLines`, to be awaited."""

    async def list_lines(self, order_id: str) -> None:
        """List lines."""
        return await self._send(_LIST_LINES, path=(order_id,))
