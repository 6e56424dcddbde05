"""The catalogue and the orders of the shop."""

from __future__ import annotations

from .. import models
from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_GET_ORDER: Operation[models.Order | models.Ticket | None] = Operation(
    "getOrder",
    "GET",
    "/orders/{id}",
    responses={
        "200": ("json", lambda: models.Order),
        "202": ("json", lambda: models.Ticket),
        "204": ("none", None),
    },
    accept="application/json",
)
_SET_ORDER: Operation[models.Order] = Operation(
    "setOrder", "PUT", "/orders/{id}", returns=lambda: models.Order
)
_REMOVE_ORDER: Operation[None] = Operation("removeOrder", "DELETE", "/orders/{id}")
_HAS_ORDER: Operation[None] = Operation("hasOrder", "HEAD", "/orders/{id}")


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def get_order(self, id: str) -> models.Order | models.Ticket | None:
        """Get an order.

        The answer's headers, which `raw` gives:
            X-Rate-Limit: Requests that are left.
        """
        return self._send(_GET_ORDER, path=(id,))

    def set_order(self, id: str) -> models.Order:
        """Place an order under an ID."""
        return self._send(_SET_ORDER, path=(id,))

    def remove_order(self, id: str) -> None:
        """Remove an order."""
        return self._send(_REMOVE_ORDER, path=(id,))

    def has_order(self, id: str) -> None:
        """Whether there is an order.

        Raises:
            NotFoundError: There is not.
        """
        return self._send(_HAS_ORDER, path=(id,))


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def get_order(self, id: str) -> models.Order | models.Ticket | None:
        """Get an order. See `Shop.get_order`."""
        return await self._send(_GET_ORDER, path=(id,))

    async def set_order(self, id: str) -> models.Order:
        """Place an order under an ID."""
        return await self._send(_SET_ORDER, path=(id,))

    async def remove_order(self, id: str) -> None:
        """Remove an order."""
        return await self._send(_REMOVE_ORDER, path=(id,))

    async def has_order(self, id: str) -> None:
        """Whether there is an order. See `Shop.has_order`."""
        return await self._send(_HAS_ORDER, path=(id,))
