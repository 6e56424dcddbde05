"""Where the shop runs."""

from __future__ import annotations

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_GET_SERVER: Operation[None] = Operation("getServer", "GET", "/server")


class Server_(Resource):
    """Where the shop runs."""

    def get_server(self) -> None:
        """Get the server."""
        return self._send(_GET_SERVER)


class AsyncServer_(AsyncResource):
    """The same as `Server_`, to be awaited."""

    async def get_server(self) -> None:
        """Get the server."""
        return await self._send(_GET_SERVER)
