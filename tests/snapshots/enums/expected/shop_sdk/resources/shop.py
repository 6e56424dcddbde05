"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Operation, Param
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from .._runtime.omit import Omit

_LIST_BOOKS: Operation[list[models.Book]] = Operation(
    "listBooks",
    "GET",
    "/books",
    returns=lambda: list[models.Book],
    params=(Param("query", "languages"),),
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def list_books(
        self,
        *,
        format: models.Format | Omit = OMIT,
        rating: Literal[1, 2, 3] | Omit = OMIT,
        order: Literal["new", "old"] | Omit = OMIT,
        languages: Sequence[models.ListBooksLanguagesItem] | Omit = OMIT,
    ) -> list[models.Book]:
        """List books.

        Args:
            format: How a book is made.
            order: One of these: `new`: The latest first.
        """
        return self._send(
            _LIST_BOOKS,
            query={
                "format": format,
                "rating": rating,
                "order": order,
                "languages": languages,
            },
        )


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def list_books(
        self,
        *,
        format: models.Format | Omit = OMIT,
        rating: Literal[1, 2, 3] | Omit = OMIT,
        order: Literal["new", "old"] | Omit = OMIT,
        languages: Sequence[models.ListBooksLanguagesItem] | Omit = OMIT,
    ) -> list[models.Book]:
        """List books. See `Shop.list_books`."""
        return await self._send(
            _LIST_BOOKS,
            query={
                "format": format,
                "rating": rating,
                "order": order,
                "languages": languages,
            },
        )
