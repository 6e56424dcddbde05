"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .. import params
    from .._runtime.omit import Omit

_ADD_BOOK: Operation[models.Book] = Operation(
    "addBook",
    "POST",
    "/books",
    returns=lambda: models.Book,
    body=Body("application/json"),
)
_ADD_SHELF: Operation[None] = Operation(
    "addShelf", "POST", "/shelves", body=Body("application/json")
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def add_book(
        self, *, title: str, other_fields: Mapping[str, int] | Omit = OMIT
    ) -> models.Book:
        """Add a book.

        Args:
            other_fields: Any other field, by its name.
        """
        return self._send(_ADD_BOOK, body={"title": title, **(other_fields or {})})

    def add_shelf(
        self, *, book: params.Closed, tagged: params.Book | Omit = OMIT
    ) -> None:
        """Add a shelf.

        Args:
            tagged: A book with fields of one's own beside its own.
        """
        return self._send(_ADD_SHELF, body={"book": book, "tagged": tagged})


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def add_book(
        self, *, title: str, other_fields: Mapping[str, int] | Omit = OMIT
    ) -> models.Book:
        """Add a book. See `Shop.add_book`."""
        return await self._send(
            _ADD_BOOK, body={"title": title, **(other_fields or {})}
        )

    async def add_shelf(
        self, *, book: params.Closed, tagged: params.Book | Omit = OMIT
    ) -> None:
        """Add a shelf. See `Shop.add_shelf`."""
        return await self._send(_ADD_SHELF, body={"book": book, "tagged": tagged})
