"""The operations of `shop`."""

from __future__ import annotations

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource
from .._runtime.servers import Server, Variable

_LIST_BOOKS: Operation[None] = Operation(
    "listBooks", "GET", "/books", servers=(Server("https://books.shop.example"),)
)
_ADD_BOOK: Operation[None] = Operation(
    "addBook",
    "POST",
    "/books",
    servers=(
        Server(
            "https://{region}.upload.shop.example",
            {"region": Variable("eu", ("us", "eu"))},
        ),
        Server("https://backup.shop.example"),
    ),
)
_LIST_ORDERS: Operation[None] = Operation("listOrders", "GET", "/orders")


class Shop(Resource):
    """The operations of `shop`."""

    def list_books(self) -> None:
        """List books."""
        return self._send(_LIST_BOOKS)

    def add_book(self) -> None:
        """Add a book."""
        return self._send(_ADD_BOOK)

    def list_orders(self) -> None:
        """List orders."""
        return self._send(_LIST_ORDERS)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def list_books(self) -> None:
        """List books."""
        return await self._send(_LIST_BOOKS)

    async def add_book(self) -> None:
        """Add a book."""
        return await self._send(_ADD_BOOK)

    async def list_orders(self) -> None:
        """List orders."""
        return await self._send(_LIST_ORDERS)
