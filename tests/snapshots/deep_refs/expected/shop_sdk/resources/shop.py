"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from uuid import UUID

_GET_ORDER: Operation[models.Order] = Operation(
    "getOrder", "GET", "/orders/{id}", returns=lambda: models.Order
)
_GET_ADDRESS: Operation[models.OrderAddress] = Operation(
    "getAddress",
    "GET",
    "/orders/{id}/address",
    returns=lambda: models.OrderAddress,
    errors={"404": lambda: models.Chain},
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def get_order(self, id: UUID | str) -> models.Order:
        """Get an order."""
        return self._send(_GET_ORDER, path=(id,))

    def get_address(self, id: UUID | str) -> models.OrderAddress:
        """Get where an order goes."""
        return self._send(_GET_ADDRESS, path=(id,))


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def get_order(self, id: UUID | str) -> models.Order:
        """Get an order."""
        return await self._send(_GET_ORDER, path=(id,))

    async def get_address(self, id: UUID | str) -> models.OrderAddress:
        """Get where an order goes."""
        return await self._send(_GET_ADDRESS, path=(id,))
