"""The operations of `resource`."""

from __future__ import annotations

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_GET_RESOURCE: Operation[None] = Operation("getResource", "GET", "/resource")


class Resource_(Resource):
    """The operations of `resource`."""

    def get_resource(self) -> None:
        """Get the resource."""
        return self._send(_GET_RESOURCE)


class AsyncResource_(AsyncResource):
    """The same as `Resource_`, to be awaited."""

    async def get_resource(self) -> None:
        """Get the resource."""
        return await self._send(_GET_RESOURCE)
