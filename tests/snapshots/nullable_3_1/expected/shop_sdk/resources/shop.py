"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._runtime.omit import Omit

_GET_BOOK: Operation[models.Book | None] = Operation(
    "getBook", "GET", "/books/{isbn}", returns=lambda: models.Book | None
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def get_book(
        self, isbn: str, *, language: str | None | Omit = OMIT
    ) -> models.Book | None:
        """Get a book."""
        return self._send(_GET_BOOK, path=(isbn,), query={"language": language})


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def get_book(
        self, isbn: str, *, language: str | None | Omit = OMIT
    ) -> models.Book | None:
        """Get a book."""
        return await self._send(_GET_BOOK, path=(isbn,), query={"language": language})
