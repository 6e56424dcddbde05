"""The operations of `health`."""

from __future__ import annotations

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_GET_HEALTH: Operation[None] = Operation("getHealth", "GET", "/v1/health/live")


class Health(Resource):
    """The operations of `health`."""

    def get_health(self) -> None:
        """Get the health."""
        return self._send(_GET_HEALTH)


class AsyncHealth(AsyncResource):
    """The same as `Health`, to be awaited."""

    async def get_health(self) -> None:
        """Get the health."""
        return await self._send(_GET_HEALTH)
