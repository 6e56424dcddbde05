"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import Any

from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

_SEND_ANYTHING: Operation[Any] = Operation(
    "sendAnything",
    "POST",
    "/anything",
    returns=lambda: Any,
    body=Body("application/json"),
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def send_anything(self, *, body: object) -> Any:
        """Send anything."""
        return self._send(_SEND_ANYTHING, body=body)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def send_anything(self, *, body: object) -> Any:
        """Send anything."""
        return await self._send(_SEND_ANYTHING, body=body)
