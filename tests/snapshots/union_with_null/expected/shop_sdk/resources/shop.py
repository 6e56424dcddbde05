"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .. import params
    from .._runtime.omit import Omit

_GET_BOOK: Operation[models.Book] = Operation(
    "getBook", "GET", "/books/{isbn}", returns=lambda: models.Book
)
_CHANGE_BOOK: Operation[None] = Operation(
    "changeBook", "PATCH", "/books/{isbn}", body=Body("application/json")
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def get_book(self, isbn: str) -> models.Book:
        """Get a book."""
        return self._send(_GET_BOOK, path=(isbn,))

    def change_book(
        self,
        isbn: str,
        *,
        part_of: params.BookPartOf | None,
        maybe: params.Whole | None | Omit = OMIT,
        price: float | str | None | Omit = OMIT,
        sizes: Sequence[int] | str | None | Omit = OMIT,
    ) -> None:
        """Change a book.

        Args:
            part_of: What the book is a part of; `None` where it stands alone.
        """
        return self._send(
            _CHANGE_BOOK,
            path=(isbn,),
            body={"part_of": part_of, "maybe": maybe, "price": price, "sizes": sizes},
        )


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def get_book(self, isbn: str) -> models.Book:
        """Get a book."""
        return await self._send(_GET_BOOK, path=(isbn,))

    async def change_book(
        self,
        isbn: str,
        *,
        part_of: params.BookPartOf | None,
        maybe: params.Whole | None | Omit = OMIT,
        price: float | str | None | Omit = OMIT,
        sizes: Sequence[int] | str | None | Omit = OMIT,
    ) -> None:
        """Change a book. See `Shop.change_book`."""
        return await self._send(
            _CHANGE_BOOK,
            path=(isbn,),
            body={"part_of": part_of, "maybe": maybe, "price": price, "sizes": sizes},
        )
