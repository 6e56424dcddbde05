"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .. import params
    from .._runtime.omit import Omit

_CREATE_ORDER: Operation[None] = Operation(
    "createOrder", "POST", "/orders", body=Body("application/json")
)
_CREATE_ORDERS: Operation[None] = Operation(
    "createOrders",
    "PUT",
    "/orders",
    body=Body("application/vnd.shop+json", required=False, needs=("lines",)),
)
_REMOVE_ORDERS: Operation[None] = Operation(
    "removeOrders", "DELETE", "/orders", body=Body("application/json", required=False)
)
_TOUCH_ORDERS: Operation[None] = Operation(
    "touchOrders", "PATCH", "/orders", body=Body("application/json")
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def create_order(
        self,
        *,
        lines: Sequence[params.Line],
        address: params.Address | Omit = OMIT,
        note: str | Omit = OMIT,
    ) -> None:
        """Place an order."""
        return self._send(
            _CREATE_ORDER, body={"lines": lines, "address": address, "note": note}
        )

    def create_orders(
        self,
        *,
        lines: Sequence[params.Line] | Omit = OMIT,
        address: params.Address | Omit = OMIT,
        note: str | Omit = OMIT,
    ) -> None:
        """Place orders as usual.

        Args:
            lines: Required with any other field of the body.
        """
        return self._send(
            _CREATE_ORDERS, body={"lines": lines, "address": address, "note": note}
        )

    def remove_orders(self, *, reason: str | Omit = OMIT) -> None:
        """Remove orders."""
        return self._send(_REMOVE_ORDERS, body={"reason": reason})

    def touch_orders(self, *, body: params.TouchOrdersRequest) -> None:
        """Touch orders."""
        return self._send(_TOUCH_ORDERS, body=body)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def create_order(
        self,
        *,
        lines: Sequence[params.Line],
        address: params.Address | Omit = OMIT,
        note: str | Omit = OMIT,
    ) -> None:
        """Place an order."""
        return await self._send(
            _CREATE_ORDER, body={"lines": lines, "address": address, "note": note}
        )

    async def create_orders(
        self,
        *,
        lines: Sequence[params.Line] | Omit = OMIT,
        address: params.Address | Omit = OMIT,
        note: str | Omit = OMIT,
    ) -> None:
        """Place orders as usual. See `Shop.create_orders`."""
        return await self._send(
            _CREATE_ORDERS, body={"lines": lines, "address": address, "note": note}
        )

    async def remove_orders(self, *, reason: str | Omit = OMIT) -> None:
        """Remove orders."""
        return await self._send(_REMOVE_ORDERS, body={"reason": reason})

    async def touch_orders(self, *, body: params.TouchOrdersRequest) -> None:
        """Touch orders."""
        return await self._send(_TOUCH_ORDERS, body=body)
