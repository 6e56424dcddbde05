"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation
from .._runtime.plans import Paging
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from typing import Any

    from .._runtime.omit import Omit
    from .._runtime.paging import AsyncPager, Page

_LIST_BOOKS_PAGING: Paging[Any, Any] = Paging(
    "offset", items=("books",), parameter="offset", total=("total",)
)
_LIST_AUTHORS_PAGING: Paging[Any, Any] = Paging(
    "page",
    items=("authors",),
    parameter="page",
    more=("meta", "more"),
    pages=("meta", "pages"),
    start=0,
)
_LIST_ORDERS_PAGING: Paging[Any, Any] = Paging("link", items=())
_SEARCH_PAGING: Paging[Any, Any] = Paging(
    "cursor",
    items=("hits",),
    parameter="cursor",
    parameter_in_body=True,
    next=("paging", "next"),
)
_LIST_BOOKS: Operation[models.Books] = Operation(
    "listBooks", "GET", "/books", returns=lambda: models.Books
)
_LIST_AUTHORS: Operation[models.ListAuthorsResponse] = Operation(
    "listAuthors", "GET", "/authors", returns=lambda: models.ListAuthorsResponse
)
_LIST_ORDERS: Operation[list[models.Book]] = Operation(
    "listOrders", "GET", "/orders", returns=lambda: list[models.Book]
)
_SEARCH: Operation[models.SearchResponse] = Operation(
    "search",
    "POST",
    "/search",
    returns=lambda: models.SearchResponse,
    body=Body("application/json"),
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def list_books(
        self, *, offset: int | Omit = OMIT, count: int | Omit = OMIT
    ) -> Page[models.Book, models.Books]:
        """List books."""
        return self._page(
            _LIST_BOOKS, _LIST_BOOKS_PAGING, query={"offset": offset, "count": count}
        )

    def list_authors(
        self, *, page: int | Omit = OMIT
    ) -> Page[str, models.ListAuthorsResponse]:
        """List authors.

        Args:
            page: `0` when left out.
        """
        return self._page(_LIST_AUTHORS, _LIST_AUTHORS_PAGING, query={"page": page})

    def list_orders(self) -> Page[models.Book, list[models.Book]]:
        """List orders."""
        return self._page(_LIST_ORDERS, _LIST_ORDERS_PAGING)

    def search(
        self, *, query: str, cursor: str | Omit = OMIT
    ) -> Page[models.Book, models.SearchResponse]:
        """Search."""
        return self._page(
            _SEARCH, _SEARCH_PAGING, body={"query": query, "cursor": cursor}
        )


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    def list_books(
        self, *, offset: int | Omit = OMIT, count: int | Omit = OMIT
    ) -> AsyncPager[models.Book, models.Books]:
        """List books."""
        return self._page(
            _LIST_BOOKS, _LIST_BOOKS_PAGING, query={"offset": offset, "count": count}
        )

    def list_authors(
        self, *, page: int | Omit = OMIT
    ) -> AsyncPager[str, models.ListAuthorsResponse]:
        """List authors. See `Shop.list_authors`."""
        return self._page(_LIST_AUTHORS, _LIST_AUTHORS_PAGING, query={"page": page})

    def list_orders(self) -> AsyncPager[models.Book, list[models.Book]]:
        """List orders."""
        return self._page(_LIST_ORDERS, _LIST_ORDERS_PAGING)

    def search(
        self, *, query: str, cursor: str | Omit = OMIT
    ) -> AsyncPager[models.Book, models.SearchResponse]:
        """Search."""
        return self._page(
            _SEARCH, _SEARCH_PAGING, body={"query": query, "cursor": cursor}
        )
