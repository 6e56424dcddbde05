"""The catalogue and the orders of the shop."""

from __future__ import annotations

from .. import models
from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_LIST_STAFF: Operation[list[models.WorkingStudent]] = Operation(
    "listStaff", "GET", "/staff", returns=lambda: list[models.WorkingStudent]
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def list_staff(self) -> list[models.WorkingStudent]:
        """List who works here."""
        return self._send(_LIST_STAFF)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def list_staff(self) -> list[models.WorkingStudent]:
        """List who works here."""
        return await self._send(_LIST_STAFF)
