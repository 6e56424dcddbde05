"""The operations of `shop`."""

from __future__ import annotations

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_LIST_BOOKS: Operation[None] = Operation(
    "listBooks", "GET", "/books", security=(("HeaderKey",),)
)
_ADD_BOOK: Operation[None] = Operation(
    "addBook", "POST", "/books", security=(("QueryKey",), ("CookieKey",))
)
_SET_BOOKS: Operation[None] = Operation(
    "setBooks", "PUT", "/books", security=(("Login",),)
)
_REMOVE_BOOKS: Operation[None] = Operation(
    "removeBooks", "DELETE", "/books", security=(("Token",),)
)
_CHANGE_BOOKS: Operation[None] = Operation(
    "changeBooks",
    "PATCH",
    "/books",
    security=(("AdminToken",), ("Identity",), ("Certificate",)),
)


class Shop(Resource):
    """The operations of `shop`."""

    def list_books(self) -> None:
        """List books."""
        return self._send(_LIST_BOOKS)

    def add_book(self) -> None:
        """Add a book."""
        return self._send(_ADD_BOOK)

    def set_books(self) -> None:
        """Replace all books."""
        return self._send(_SET_BOOKS)

    def remove_books(self) -> None:
        """Remove all books."""
        return self._send(_REMOVE_BOOKS)

    def change_books(self) -> None:
        """Change all books."""
        return self._send(_CHANGE_BOOKS)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def list_books(self) -> None:
        """List books."""
        return await self._send(_LIST_BOOKS)

    async def add_book(self) -> None:
        """Add a book."""
        return await self._send(_ADD_BOOK)

    async def set_books(self) -> None:
        """Replace all books."""
        return await self._send(_SET_BOOKS)

    async def remove_books(self) -> None:
        """Remove all books."""
        return await self._send(_REMOVE_BOOKS)

    async def change_books(self) -> None:
        """Change all books."""
        return await self._send(_CHANGE_BOOKS)
