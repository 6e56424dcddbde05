"""The operations of `shop`."""

from __future__ import annotations

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_LIST_BOOKS: Operation[None] = Operation("listBooks", "GET", "/books")
_ADD_BOOK: Operation[None] = Operation(
    "addBook", "POST", "/books", security=(("Key", "Token"),)
)
_SET_BOOKS: Operation[None] = Operation(
    "setBooks", "PUT", "/books", security=(("Key",), ("Token",))
)
_REMOVE_BOOKS: Operation[None] = Operation(
    "removeBooks", "DELETE", "/books", security=()
)


class Shop(Resource):
    """The operations of `shop`."""

    def list_books(self) -> None:
        """List books; the key is described as a parameter, too."""
        return self._send(_LIST_BOOKS)

    def add_book(self) -> None:
        """Add a book; both keys are always sent."""
        return self._send(_ADD_BOOK)

    def set_books(self) -> None:
        """Replace all books; one key or the other is sent."""
        return self._send(_SET_BOOKS)

    def remove_books(self, *, key: str) -> None:
        """Remove all books; where no key is asked for, the parameter is one.

        Args:
            key: Your key.
        """
        return self._send(_REMOVE_BOOKS, query={"key": key})


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def list_books(self) -> None:
        """List books; the key is described as a parameter, too."""
        return await self._send(_LIST_BOOKS)

    async def add_book(self) -> None:
        """Add a book; both keys are always sent."""
        return await self._send(_ADD_BOOK)

    async def set_books(self) -> None:
        """Replace all books; one key or the other is sent."""
        return await self._send(_SET_BOOKS)

    async def remove_books(self, *, key: str) -> None:
        """Remove all books; where no key is asked for, the parameter is one. See
        `Shop.remove_books`.
        """
        return await self._send(_REMOVE_BOOKS, query={"key": key})
