"""The operations of `shop`."""

from __future__ import annotations

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_LIST_BOOKS: Operation[None] = Operation("listBooks", "GET", "/books")


class Shop(Resource):
    """The operations of `shop`."""

    def list_books(self) -> None:
        """List books.

        Raises:
            APIStatusError: 4XX: Anything may be said of what is wrong.
        """
        return self._send(_LIST_BOOKS)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def list_books(self) -> None:
        """List books. See `Shop.list_books`."""
        return await self._send(_LIST_BOOKS)
