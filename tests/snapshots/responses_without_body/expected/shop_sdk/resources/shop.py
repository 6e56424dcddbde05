"""The operations of `shop`."""

from __future__ import annotations

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_REMOVE_BOOK: Operation[None] = Operation("removeBook", "DELETE", "/books/{id}")
_HAS_BOOK: Operation[None] = Operation("hasBook", "HEAD", "/books/{id}")
_SET_BOOK: Operation[str | None] = Operation(
    "setBook",
    "PUT",
    "/books/{id}",
    responses={"200": ("json", lambda: str), "204": ("none", None)},
    accept="application/json",
)


class Shop(Resource):
    """The operations of `shop`."""

    def remove_book(self, id: str) -> None:
        """Remove a book; the answer has no body, though one is described."""
        return self._send(_REMOVE_BOOK, path=(id,))

    def has_book(self, id: str) -> None:
        """See if there is a book; nothing but headers comes back."""
        return self._send(_HAS_BOOK, path=(id,))

    def set_book(self, id: str) -> str | None:
        """Replace a book."""
        return self._send(_SET_BOOK, path=(id,))


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def remove_book(self, id: str) -> None:
        """Remove a book; the answer has no body, though one is described."""
        return await self._send(_REMOVE_BOOK, path=(id,))

    async def has_book(self, id: str) -> None:
        """See if there is a book; nothing but headers comes back."""
        return await self._send(_HAS_BOOK, path=(id,))

    async def set_book(self, id: str) -> str | None:
        """Replace a book."""
        return await self._send(_SET_BOOK, path=(id,))
