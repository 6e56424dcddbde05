"""The operations of `books`."""

from __future__ import annotations

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_LIST_BOOKS: Operation[None] = Operation("listBooks", "GET", "/v1/books")


class Books(Resource):
    """The operations of `books`."""

    def list_books(self) -> None:
        """List books."""
        return self._send(_LIST_BOOKS)


class AsyncBooks(AsyncResource):
    """The same as `Books`, to be awaited."""

    async def list_books(self) -> None:
        """List books."""
        return await self._send(_LIST_BOOKS)
