"""The operations of `shop`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._runtime.omit import Omit

_LIST_BOOKS: Operation[models.Book] = Operation(
    "lstBks", "GET", "/books", returns=lambda: models.Book
)
_ADD_BOOK: Operation[None] = Operation(
    "addBook", "POST", "/books", idempotency_header="Idempotency-Key"
)
_CLEAR: Operation[None] = Operation("DELETE /books", "DELETE", "/books")


class Shop(Resource):
    """The operations of `shop`."""

    def list_books(self, *, idempotency: str | Omit = OMIT) -> models.Book:
        """List books."""
        return self._send(_LIST_BOOKS, query={"idempotency": idempotency})

    def add_book(self) -> None:
        """Add a book."""
        return self._send(_ADD_BOOK)

    def clear(self) -> None:
        """Remove all books."""
        return self._send(_CLEAR)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def list_books(self, *, idempotency: str | Omit = OMIT) -> models.Book:
        """List books."""
        return await self._send(_LIST_BOOKS, query={"idempotency": idempotency})

    async def add_book(self) -> None:
        """Add a book."""
        return await self._send(_ADD_BOOK)

    async def clear(self) -> None:
        """Remove all books."""
        return await self._send(_CLEAR)
