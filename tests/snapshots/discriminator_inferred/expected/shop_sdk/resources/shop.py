"""The catalogue and the orders of the shop."""

from __future__ import annotations

from .. import models
from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_GET_PAYMENT: Operation[models.Payment] = Operation(
    "getPayment", "GET", "/payments/{id}", returns=lambda: models.Payment
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def get_payment(self, id: str) -> models.Payment:
        """Get a payment."""
        return self._send(_GET_PAYMENT, path=(id,))


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def get_payment(self, id: str) -> models.Payment:
        """Get a payment."""
        return await self._send(_GET_PAYMENT, path=(id,))
