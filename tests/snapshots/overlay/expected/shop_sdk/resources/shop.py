"""The catalogue and the orders of the shop."""

from __future__ import annotations

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_LIST_BOOKS: Operation[None] = Operation("listBooks", "GET", "/books")


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def list_books(self) -> None:
        """List books."""
        return self._send(_LIST_BOOKS)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def list_books(self) -> None:
        """List books."""
        return await self._send(_LIST_BOOKS)
