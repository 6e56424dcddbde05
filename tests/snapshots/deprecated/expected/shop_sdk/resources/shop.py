"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typing_extensions

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._runtime.omit import Omit

_LIST_BOOKS: Operation[models.Book] = Operation(
    "listBooks", "GET", "/books", returns=lambda: models.Book
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    @typing_extensions.deprecated("GET /books is deprecated")
    def list_books(
        self, *, page: int | Omit = OMIT, old: str | Omit = OMIT
    ) -> models.Book:
        """List books.

        Use the search instead.

        Deprecated.

        Args:
            page: Which page. Deprecated.
            old: Deprecated.
        """
        return self._send(_LIST_BOOKS, query={"page": page, "old": old})


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    @typing_extensions.deprecated("GET /books is deprecated")
    async def list_books(
        self, *, page: int | Omit = OMIT, old: str | Omit = OMIT
    ) -> models.Book:
        """List books. See `Shop.list_books`.

        Deprecated.
        """
        return await self._send(_LIST_BOOKS, query={"page": page, "old": old})
