"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_ERRORS = {"default": lambda: models.Refused}
_ERRORS_2 = {"400": lambda: models.Refused, "404": lambda: models.Refused}
_CREATE_ORDER: Operation[None] = Operation(
    "createOrder",
    "POST",
    "/orders",
    errors={
        "400": lambda: models.Refused,
        "409": lambda: models.CreateOrderError409,
        "429": lambda: models.Refused,
        "5XX": lambda: models.Refused,
    },
)
_REMOVE_ORDERS: Operation[None] = Operation(
    "removeOrders",
    "DELETE",
    "/orders",
    errors={"404": lambda: models.Problem, "default": lambda: models.Refused},
)
_LIST_ORDERS: Operation[None] = Operation(
    "listOrders", "GET", "/orders", errors=_ERRORS
)
_SET_ORDERS: Operation[None] = Operation("setOrders", "PUT", "/orders", errors=_ERRORS)
_LIST_GIFTS: Operation[None] = Operation("listGifts", "GET", "/gifts", errors=_ERRORS_2)
_SET_GIFTS: Operation[None] = Operation("setGifts", "PUT", "/gifts", errors=_ERRORS_2)
_ADD_GIFT: Operation[None] = Operation(
    "addGift", "POST", "/gifts", errors={**_ERRORS_2, "409": lambda: models.Refused}
)
_REMOVE_GIFTS: Operation[None] = Operation(
    "removeGifts",
    "DELETE",
    "/gifts",
    errors={"default": lambda: models.Refused, "409": lambda: Any},
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def create_order(self) -> None:
        """Place an order.

        Raises:
            ConflictError: A book is out of stock.
            UnprocessableEntityError: Something is amiss.
        """
        return self._send(_CREATE_ORDER)

    def remove_orders(self) -> None:
        """Remove all orders.

        Raises:
            NotFoundError: There are none.
        """
        return self._send(_REMOVE_ORDERS)

    def list_orders(self) -> None:
        """List orders."""
        return self._send(_LIST_ORDERS)

    def set_orders(self) -> None:
        """Replace all orders."""
        return self._send(_SET_ORDERS)

    def list_gifts(self) -> None:
        """List gifts."""
        return self._send(_LIST_GIFTS)

    def set_gifts(self) -> None:
        """Replace all gifts."""
        return self._send(_SET_GIFTS)

    def add_gift(self) -> None:
        """Add a gift."""
        return self._send(_ADD_GIFT)

    def remove_gifts(self) -> None:
        """Remove all gifts.

        Raises:
            APIStatusError: 402: The account is empty.
            RateLimitError: Too many at once.
            InternalServerError: 503: It is night.
            ConflictError: One was sent.
        """
        return self._send(_REMOVE_GIFTS)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def create_order(self) -> None:
        """Place an order. See `Shop.create_order`."""
        return await self._send(_CREATE_ORDER)

    async def remove_orders(self) -> None:
        """Remove all orders. See `Shop.remove_orders`."""
        return await self._send(_REMOVE_ORDERS)

    async def list_orders(self) -> None:
        """List orders."""
        return await self._send(_LIST_ORDERS)

    async def set_orders(self) -> None:
        """Replace all orders."""
        return await self._send(_SET_ORDERS)

    async def list_gifts(self) -> None:
        """List gifts."""
        return await self._send(_LIST_GIFTS)

    async def set_gifts(self) -> None:
        """Replace all gifts."""
        return await self._send(_SET_GIFTS)

    async def add_gift(self) -> None:
        """Add a gift."""
        return await self._send(_ADD_GIFT)

    async def remove_gifts(self) -> None:
        """Remove all gifts. See `Shop.remove_gifts`."""
        return await self._send(_REMOVE_GIFTS)
