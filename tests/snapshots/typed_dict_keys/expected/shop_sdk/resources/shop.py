"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .. import params

_SET_BOOKS: Operation[None] = Operation(
    "setBooks", "PUT", "/books", body=Body("application/json")
)
_ADD_NOTES: Operation[None] = Operation(
    "addNotes", "POST", "/books", body=Body("application/json")
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def set_books(self, *, body: Sequence[params.Book]) -> None:
        """Replace all books."""
        return self._send(_SET_BOOKS, body=body)

    def add_notes(self, *, body: Sequence[params.Note]) -> None:
        """Add notes."""
        return self._send(_ADD_NOTES, body=body)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def set_books(self, *, body: Sequence[params.Book]) -> None:
        """Replace all books."""
        return await self._send(_SET_BOOKS, body=body)

    async def add_notes(self, *, body: Sequence[params.Note]) -> None:
        """Add notes."""
        return await self._send(_ADD_NOTES, body=body)
