"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.omit import OMIT
from .._runtime.operation import Operation, Param
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .. import models
    from .._runtime.omit import Omit

_GET_BOOK: Operation[None] = Operation(
    "getBook", "GET", "/books/{isbn}", params=(Param("query", "sort"),)
)
_REMOVE_BOOK: Operation[None] = Operation("removeBook", "DELETE", "/books/{isbn}")
_LIST_BOOKS: Operation[None] = Operation(
    "listBooks", "GET", "/books", params=(Param("query", "sort"),)
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def get_book(
        self,
        isbn: str,
        *,
        view: int,
        limit: int | Omit = OMIT,
        sort: Sequence[models.SortItem] | Omit = OMIT,
    ) -> None:
        """Get a book.

        Args:
            isbn: ISBN of the book.
            limit: Most of what to return. `10` when left out.
            view: Of the operation.
        """
        return self._send(
            _GET_BOOK, path=(isbn,), query={"limit": limit, "view": view, "sort": sort}
        )

    def remove_book(
        self, isbn: str, *, limit: int | Omit = OMIT, view: str | Omit = OMIT
    ) -> None:
        """Remove a book.

        Args:
            isbn: ISBN of the book.
            limit: Most of what to return. `10` when left out.
            view: Of the path.
        """
        return self._send(
            _REMOVE_BOOK, path=(isbn,), query={"limit": limit, "view": view}
        )

    def list_books(
        self, *, limit: int | Omit = OMIT, sort: Sequence[models.SortItem] | Omit = OMIT
    ) -> None:
        """List books.

        Args:
            limit: Most of what to return. `10` when left out.
        """
        return self._send(_LIST_BOOKS, query={"limit": limit, "sort": sort})


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def get_book(
        self,
        isbn: str,
        *,
        view: int,
        limit: int | Omit = OMIT,
        sort: Sequence[models.SortItem] | Omit = OMIT,
    ) -> None:
        """Get a book. See `Shop.get_book`."""
        return await self._send(
            _GET_BOOK, path=(isbn,), query={"limit": limit, "view": view, "sort": sort}
        )

    async def remove_book(
        self, isbn: str, *, limit: int | Omit = OMIT, view: str | Omit = OMIT
    ) -> None:
        """Remove a book. See `Shop.remove_book`."""
        return await self._send(
            _REMOVE_BOOK, path=(isbn,), query={"limit": limit, "view": view}
        )

    async def list_books(
        self, *, limit: int | Omit = OMIT, sort: Sequence[models.SortItem] | Omit = OMIT
    ) -> None:
        """List books. See `Shop.list_books`."""
        return await self._send(_LIST_BOOKS, query={"limit": limit, "sort": sort})
