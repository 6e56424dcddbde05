"""The catalogue and the orders of the shop."""

from __future__ import annotations

from .. import models
from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_LIST_ORDERS: Operation[models.ListOrdersResponse2] = Operation(
    "listOrders", "GET", "/orders", returns=lambda: models.ListOrdersResponse2
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def list_orders(self) -> models.ListOrdersResponse2:
        """List orders."""
        return self._send(_LIST_ORDERS)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def list_orders(self) -> models.ListOrdersResponse2:
        """List orders."""
        return await self._send(_LIST_ORDERS)
