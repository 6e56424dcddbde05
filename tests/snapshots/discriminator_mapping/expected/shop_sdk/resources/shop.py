"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .. import params

_LIST_PAYMENTS: Operation[list[models.Payment]] = Operation(
    "listPayments", "GET", "/payments", returns=lambda: list[models.Payment]
)
_PAY: Operation[None] = Operation(
    "pay", "POST", "/payments", body=Body("application/json")
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def list_payments(self) -> list[models.Payment]:
        """List payments."""
        return self._send(_LIST_PAYMENTS)

    def pay(self, *, payment: params.Payment) -> None:
        """Pay.

        Args:
            payment: How a customer pays.
        """
        return self._send(_PAY, body={"payment": payment})


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def list_payments(self) -> list[models.Payment]:
        """List payments."""
        return await self._send(_LIST_PAYMENTS)

    async def pay(self, *, payment: params.Payment) -> None:
        """Pay. See `Shop.pay`."""
        return await self._send(_PAY, body={"payment": payment})
