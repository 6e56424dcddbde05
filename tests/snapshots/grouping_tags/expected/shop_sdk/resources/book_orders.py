"""What customers buy.

More than one paragraph.
"""

from __future__ import annotations

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_LIST_ORDERS: Operation[None] = Operation("listOrders", "GET", "/orders")


class BookOrders(Resource):
    """What customers buy.

    More than one paragraph.
    """

    def list_orders(self) -> None:
        """List orders."""
        return self._send(_LIST_ORDERS)


class AsyncBookOrders(AsyncResource):
    """The same as `BookOrders`, to be awaited."""

    async def list_orders(self) -> None:
        """List orders."""
        return await self._send(_LIST_ORDERS)
