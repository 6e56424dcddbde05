"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .. import params
    from .._runtime.omit import Omit

_LIST_ORDERS: Operation[list[models.Order]] = Operation(
    "listOrders", "GET", "/orders", returns=lambda: list[models.Order]
)
_CREATE_ORDER: Operation[models.Order] = Operation(
    "createOrder",
    "POST",
    "/orders",
    returns=lambda: models.Order,
    body=Body("application/json"),
    errors={"409": lambda: models.Refusal},
)
_GET_ORDER: Operation[models.Order] = Operation(
    "getOrder", "GET", "/orders/{order_id}", returns=lambda: models.Order
)
_CANCEL_ORDER: Operation[None] = Operation(
    "cancelOrder", "DELETE", "/orders/{order_id}"
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def list_orders(
        self, *, status: models.OrderStatus | Omit = OMIT, limit: int | Omit = OMIT
    ) -> list[models.Order]:
        """List orders.

        Args:
            status: Only orders that stand there.
            limit: Most orders to return. From 1 to 100, `20` when left out.
        """
        return self._send(_LIST_ORDERS, query={"status": status, "limit": limit})

    def create_order(
        self, *, lines: Sequence[params.OrderLine], note: str | Omit = OMIT
    ) -> models.Order:
        """Place an order.

        Args:
            lines: The books, each with its number of copies. At least 1 item.
            note: What the customer wants to say. At most 200 characters.

        Raises:
            ConflictError: A book is out of stock.
        """
        return self._send(_CREATE_ORDER, body={"lines": lines, "note": note})

    def get_order(self, order_id: str) -> models.Order:
        """Get an order.

        Args:
            order_id: ID of the order.
        """
        return self._send(_GET_ORDER, path=(order_id,))

    def cancel_order(self, order_id: str) -> None:
        """Cancel an order.

        Only orders that have not been sent can be cancelled.

        Args:
            order_id: ID of the order.
        """
        return self._send(_CANCEL_ORDER, path=(order_id,))


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def list_orders(
        self, *, status: models.OrderStatus | Omit = OMIT, limit: int | Omit = OMIT
    ) -> list[models.Order]:
        """List orders. See `Shop.list_orders`."""
        return await self._send(_LIST_ORDERS, query={"status": status, "limit": limit})

    async def create_order(
        self, *, lines: Sequence[params.OrderLine], note: str | Omit = OMIT
    ) -> models.Order:
        """Place an order. See `Shop.create_order`."""
        return await self._send(_CREATE_ORDER, body={"lines": lines, "note": note})

    async def get_order(self, order_id: str) -> models.Order:
        """Get an order. See `Shop.get_order`."""
        return await self._send(_GET_ORDER, path=(order_id,))

    async def cancel_order(self, order_id: str) -> None:
        """Cancel an order. See `Shop.cancel_order`."""
        return await self._send(_CANCEL_ORDER, path=(order_id,))
