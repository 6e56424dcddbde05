"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import models
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .. import params

_SET_STOCK: Operation[models.Stock] = Operation(
    "setStock",
    "PUT",
    "/stock",
    returns=lambda: models.Stock,
    body=Body("application/json"),
)
_GET_SETTINGS: Operation[dict[str, Any]] = Operation(
    "getSettings", "GET", "/settings", returns=lambda: dict[str, Any]
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def set_stock(self, *, body: params.Stock) -> models.Stock:
        """Set the number of copies of each book.

        Args:
            body: ISBN to number of copies. At most 1,000 entries, keys of at most 13
                characters.
        """
        return self._send(_SET_STOCK, body=body)

    def get_settings(self) -> dict[str, Any]:
        """Get all settings."""
        return self._send(_GET_SETTINGS)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def set_stock(self, *, body: params.Stock) -> models.Stock:
        """Set the number of copies of each book. See `Shop.set_stock`."""
        return await self._send(_SET_STOCK, body=body)

    async def get_settings(self) -> dict[str, Any]:
        """Get all settings."""
        return await self._send(_GET_SETTINGS)
