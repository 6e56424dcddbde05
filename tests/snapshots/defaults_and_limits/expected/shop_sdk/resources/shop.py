"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation, Param
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Literal

    from .._runtime.omit import Omit

_LIST_BOOKS: Operation[None] = Operation(
    "listBooks", "GET", "/books", params=(Param("query", "tags"),)
)
_ADD_BOOK: Operation[models.Book] = Operation(
    "addBook",
    "POST",
    "/books",
    returns=lambda: models.Book,
    body=Body("application/json"),
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def list_books(
        self,
        *,
        limit: int | Omit = OMIT,
        sort: Literal["title", "price"] | Omit = OMIT,
        tags: Sequence[str] | Omit = OMIT,
        after: str | None | Omit = OMIT,
    ) -> None:
        """List books.

        Args:
            limit: Most books to return. From 1 to 100, `20` when left out.
            sort: What to sort by; `title` when left out.
            tags: 1 to 5 items, no item twice.
        """
        return self._send(
            _LIST_BOOKS,
            query={"limit": limit, "sort": sort, "tags": tags, "after": after},
        )

    def add_book(
        self,
        *,
        title: str,
        price: float,
        discount: float | Omit = OMIT,
        isbn: str | Omit = OMIT,
        language: str | Omit = OMIT,
        used: bool | Omit = OMIT,
        authors: Sequence[str] | Omit = OMIT,
        labels: Mapping[str, str] | Omit = OMIT,
        weight: float | Omit = OMIT,
        settings: Mapping[str, object] | Omit = OMIT,
        stars: int | Omit = OMIT,
    ) -> models.Book:
        """Add a book.

        Args:
            title: The title. 1 to 200 characters.
            price: In euros. More than 0.
            discount: At least 0, less than 1, a multiple of 0.05, `0` when left out.
            isbn: Exactly 13 characters, matches `^[0-9]{13}$`.
            language: Language of the text. `"en"` when left out.
            used: `False` when left out.
            authors: At least 1 item, `["anonymous"]` when left out.
            labels: At most 5 entries, keys of at most 10 characters, values of at most
                20 characters.
            weight: `".inf"` when left out.
            settings: `{"colour": "red", "sizes": [1, 2]}` when left out.
            stars: From 1 to 5, `9` when left out.
        """
        return self._send(
            _ADD_BOOK,
            body={
                "title": title,
                "price": price,
                "discount": discount,
                "isbn": isbn,
                "language": language,
                "used": used,
                "authors": authors,
                "labels": labels,
                "weight": weight,
                "settings": settings,
                "stars": stars,
            },
        )


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def list_books(
        self,
        *,
        limit: int | Omit = OMIT,
        sort: Literal["title", "price"] | Omit = OMIT,
        tags: Sequence[str] | Omit = OMIT,
        after: str | None | Omit = OMIT,
    ) -> None:
        """List books. See `Shop.list_books`."""
        return await self._send(
            _LIST_BOOKS,
            query={"limit": limit, "sort": sort, "tags": tags, "after": after},
        )

    async def add_book(
        self,
        *,
        title: str,
        price: float,
        discount: float | Omit = OMIT,
        isbn: str | Omit = OMIT,
        language: str | Omit = OMIT,
        used: bool | Omit = OMIT,
        authors: Sequence[str] | Omit = OMIT,
        labels: Mapping[str, str] | Omit = OMIT,
        weight: float | Omit = OMIT,
        settings: Mapping[str, object] | Omit = OMIT,
        stars: int | Omit = OMIT,
    ) -> models.Book:
        """Add a book. See `Shop.add_book`."""
        return await self._send(
            _ADD_BOOK,
            body={
                "title": title,
                "price": price,
                "discount": discount,
                "isbn": isbn,
                "language": language,
                "used": used,
                "authors": authors,
                "labels": labels,
                "weight": weight,
                "settings": settings,
                "stars": stars,
            },
        )
