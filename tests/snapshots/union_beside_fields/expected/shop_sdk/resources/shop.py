"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .. import params

_ADD_NOTICE: Operation[models.Notice] = Operation(
    "addNotice",
    "POST",
    "/notices",
    returns=lambda: models.Notice,
    body=Body("application/json"),
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def add_notice(self, *, body: params.Notice) -> models.Notice:
        """Add a notice.

        Args:
            body: Something that was noticed.
        """
        return self._send(_ADD_NOTICE, body=body)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def add_notice(self, *, body: params.Notice) -> models.Notice:
        """Add a notice. See `Shop.add_notice`."""
        return await self._send(_ADD_NOTICE, body=body)
