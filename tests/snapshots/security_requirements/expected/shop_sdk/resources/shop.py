"""The operations of `shop`."""

from __future__ import annotations

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_LIST_BOOKS: Operation[None] = Operation("listBooks", "GET", "/books")
_ADD_BOOK: Operation[None] = Operation(
    "addBook", "POST", "/books", security=(("Key",), ("Token",))
)
_SET_BOOKS: Operation[None] = Operation(
    "setBooks", "PUT", "/books", security=(("Key", "Token"),)
)
_CHANGE_BOOKS: Operation[None] = Operation(
    "changeBooks", "PATCH", "/books", security=(("Key",), ())
)
_REMOVE_BOOKS: Operation[None] = Operation(
    "removeBooks", "DELETE", "/books", security=()
)
_HAS_BOOKS: Operation[None] = Operation(
    "hasBooks", "HEAD", "/books", security=(("Key",),)
)


class Shop(Resource):
    """The operations of `shop`."""

    def list_books(self) -> None:
        """List books, as the API demands."""
        return self._send(_LIST_BOOKS)

    def add_book(self) -> None:
        """Add a book, with one key or the other."""
        return self._send(_ADD_BOOK)

    def set_books(self) -> None:
        """Replace all books, with both keys."""
        return self._send(_SET_BOOKS)

    def change_books(self) -> None:
        """Change all books, with a key or without."""
        return self._send(_CHANGE_BOOKS)

    def remove_books(self) -> None:
        """Remove all books, without a key."""
        return self._send(_REMOVE_BOOKS)

    def has_books(self) -> None:
        """Whether there are books, with a key, or one that is not declared."""
        return self._send(_HAS_BOOKS)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def list_books(self) -> None:
        """List books, as the API demands."""
        return await self._send(_LIST_BOOKS)

    async def add_book(self) -> None:
        """Add a book, with one key or the other."""
        return await self._send(_ADD_BOOK)

    async def set_books(self) -> None:
        """Replace all books, with both keys."""
        return await self._send(_SET_BOOKS)

    async def change_books(self) -> None:
        """Change all books, with a key or without."""
        return await self._send(_CHANGE_BOOKS)

    async def remove_books(self) -> None:
        """Remove all books, without a key."""
        return await self._send(_REMOVE_BOOKS)

    async def has_books(self) -> None:
        """Whether there are books, with a key, or one that is not declared."""
        return await self._send(_HAS_BOOKS)
