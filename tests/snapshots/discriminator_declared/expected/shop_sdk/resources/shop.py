"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .. import params

_PAY: Operation[models.Payment] = Operation(
    "pay",
    "POST",
    "/payments",
    returns=lambda: models.Payment,
    body=Body("application/json"),
    errors={"402": lambda: models.PayError402},
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def pay(self, *, body: params.Payment) -> models.Payment:
        """Pay.

        Args:
            body: How a customer pays.

        Raises:
            APIStatusError: 402: It could not be paid.
        """
        return self._send(_PAY, body=body)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def pay(self, *, body: params.Payment) -> models.Payment:
        """Pay. See `Shop.pay`."""
        return await self._send(_PAY, body=body)
