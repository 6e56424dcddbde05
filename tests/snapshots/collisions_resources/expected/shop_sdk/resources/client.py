"""The operations of `client`."""

from __future__ import annotations

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_GET_CLIENT: Operation[None] = Operation("getClient", "GET", "/client")


class Client_(Resource):
    """The operations of `client`."""

    def get_client(self) -> None:
        """Get the client."""
        return self._send(_GET_CLIENT)


class AsyncClient_(AsyncResource):
    """The same as `Client_`, to be awaited."""

    async def get_client(self) -> None:
        """Get the client."""
        return await self._send(_GET_CLIENT)
