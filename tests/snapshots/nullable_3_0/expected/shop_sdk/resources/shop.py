"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .. import params
    from .._runtime.omit import Omit

_GET_BOOK: Operation[models.Book] = Operation(
    "getBook", "GET", "/books/{isbn}", returns=lambda: models.Book
)
_UPDATE_BOOK: Operation[models.Book | None] = Operation(
    "updateBook",
    "PATCH",
    "/books/{isbn}",
    returns=lambda: models.Book | None,
    body=Body("application/json"),
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def get_book(self, isbn: str, *, language: str | None | Omit = OMIT) -> models.Book:
        """Get a book."""
        return self._send(_GET_BOOK, path=(isbn,), query={"language": language})

    def update_book(
        self,
        isbn: str,
        *,
        subtitle: str | None | Omit = OMIT,
        publisher: params.Publisher | None | Omit = OMIT,
        price: float | Omit = OMIT,
    ) -> models.Book | None:
        """Change a book."""
        return self._send(
            _UPDATE_BOOK,
            path=(isbn,),
            body={"subtitle": subtitle, "publisher": publisher, "price": price},
        )


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def get_book(
        self, isbn: str, *, language: str | None | Omit = OMIT
    ) -> models.Book:
        """Get a book."""
        return await self._send(_GET_BOOK, path=(isbn,), query={"language": language})

    async def update_book(
        self,
        isbn: str,
        *,
        subtitle: str | None | Omit = OMIT,
        publisher: params.Publisher | None | Omit = OMIT,
        price: float | Omit = OMIT,
    ) -> models.Book | None:
        """Change a book."""
        return await self._send(
            _UPDATE_BOOK,
            path=(isbn,),
            body={"subtitle": subtitle, "publisher": publisher, "price": price},
        )
