"""The catalogue and the orders of the shop."""

from __future__ import annotations

from .. import models
from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_GET_BOOK: Operation[models.Book] = Operation(
    "getBook", "GET", "/books", returns=lambda: models.Book
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def get_book(self) -> models.Book:
        """Get a book."""
        return self._send(_GET_BOOK)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def get_book(self) -> models.Book:
        """Get a book."""
        return await self._send(_GET_BOOK)
