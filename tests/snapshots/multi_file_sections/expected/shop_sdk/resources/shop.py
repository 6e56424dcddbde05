"""The operations of `shop`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._runtime.omit import Omit

_LIST_ORDERS: Operation[None] = Operation("listOrders", "GET", "/orders")
_ADD_BOOK: Operation[models.Book] = Operation(
    "addBook",
    "POST",
    "/books",
    returns=lambda: models.Book,
    body=Body("application/json", required=False),
)
_LIST_BOOKS: Operation[None] = Operation("listBooks", "GET", "/books")


class Shop(Resource):
    """The operations of `shop`."""

    def list_orders(self) -> None:
        """List orders."""
        return self._send(_LIST_ORDERS)

    def add_book(
        self,
        *,
        lang: str | Omit = OMIT,
        title: str | Omit = OMIT,
        pages: int | Omit = OMIT,
    ) -> models.Book:
        """Add a book."""
        return self._send(
            _ADD_BOOK, query={"lang": lang}, body={"title": title, "pages": pages}
        )

    def list_books(self, *, lang: str | Omit = OMIT, limit: int | Omit = OMIT) -> None:
        """List books."""
        return self._send(_LIST_BOOKS, query={"lang": lang, "limit": limit})


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def list_orders(self) -> None:
        """List orders."""
        return await self._send(_LIST_ORDERS)

    async def add_book(
        self,
        *,
        lang: str | Omit = OMIT,
        title: str | Omit = OMIT,
        pages: int | Omit = OMIT,
    ) -> models.Book:
        """Add a book."""
        return await self._send(
            _ADD_BOOK, query={"lang": lang}, body={"title": title, "pages": pages}
        )

    async def list_books(
        self, *, lang: str | Omit = OMIT, limit: int | Omit = OMIT
    ) -> None:
        """List books."""
        return await self._send(_LIST_BOOKS, query={"lang": lang, "limit": limit})
