"""The operations of `close_`."""

from __future__ import annotations

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_GET_CLOSE: Operation[None] = Operation("getClose", "GET", "/close")


class Close(Resource):
    """The operations of `close_`."""

    def get_close(self) -> None:
        """Get the close."""
        return self._send(_GET_CLOSE)


class AsyncClose(AsyncResource):
    """The same as `Close`, to be awaited."""

    async def get_close(self) -> None:
        """Get the close."""
        return await self._send(_GET_CLOSE)
