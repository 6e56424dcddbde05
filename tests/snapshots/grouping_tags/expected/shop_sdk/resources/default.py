"""The operations of `default`."""

from __future__ import annotations

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_GET_ROOT: Operation[None] = Operation("getRoot", "GET", "/")


class Default(Resource):
    """The operations of `default`."""

    def get_root(self) -> None:
        """Get the root."""
        return self._send(_GET_ROOT)


class AsyncDefault(AsyncResource):
    """The same as `Default`, to be awaited."""

    async def get_root(self) -> None:
        """Get the root."""
        return await self._send(_GET_ROOT)
