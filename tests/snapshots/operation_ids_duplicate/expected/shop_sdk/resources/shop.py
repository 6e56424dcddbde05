"""The catalogue and the orders of the shop."""

from __future__ import annotations

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_LIST: Operation[None] = Operation("list", "GET", "/books")
_GET_AUTHORS: Operation[None] = Operation("GET /authors", "GET", "/authors")
_LIST_PUBLISHERS_2: Operation[None] = Operation("listPublishers", "GET", "/publishers")
_LIST_PUBLISHERS: Operation[None] = Operation("list_publishers", "HEAD", "/publishers")


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def list(self) -> None:
        """List books."""
        return self._send(_LIST)

    def get_authors(self) -> None:
        """List authors."""
        return self._send(_GET_AUTHORS)

    def list_publishers_2(self) -> None:
        """List publishers."""
        return self._send(_LIST_PUBLISHERS_2)

    def list_publishers(self) -> None:
        """Whether there are publishers."""
        return self._send(_LIST_PUBLISHERS)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def list(self) -> None:
        """List books."""
        return await self._send(_LIST)

    async def get_authors(self) -> None:
        """List authors."""
        return await self._send(_GET_AUTHORS)

    async def list_publishers_2(self) -> None:
        """List publishers."""
        return await self._send(_LIST_PUBLISHERS_2)

    async def list_publishers(self) -> None:
        """Whether there are publishers."""
        return await self._send(_LIST_PUBLISHERS)
