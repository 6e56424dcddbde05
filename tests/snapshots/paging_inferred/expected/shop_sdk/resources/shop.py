"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Operation
from .._runtime.plans import Paging
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from typing import Any

    from .._runtime.omit import Omit
    from .._runtime.paging import AsyncPager, Page

_LIST_BOOKS_PAGING: Paging[Any, Any] = Paging(
    "cursor",
    items=("data",),
    parameter="starting_after",
    next=("data", "-1", "id"),
    more=("has_more",),
)
_LIST_AUTHORS_PAGING: Paging[Any, Any] = Paging(
    "cursor", items=("items",), parameter="pageToken", next=("nextPageToken",)
)
_LIST_BOOKS: Operation[models.Books] = Operation(
    "listBooks", "GET", "/books", returns=lambda: models.Books
)
_LIST_AUTHORS: Operation[models.ListAuthorsResponse] = Operation(
    "listAuthors", "GET", "/authors", returns=lambda: models.ListAuthorsResponse
)
_LIST_ORDERS: Operation[models.Books] = Operation(
    "listOrders", "GET", "/orders", returns=lambda: models.Books
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def list_books(
        self, *, limit: int | Omit = OMIT, starting_after: str | Omit = OMIT
    ) -> Page[models.Book, models.Books]:
        """List books."""
        return self._page(
            _LIST_BOOKS,
            _LIST_BOOKS_PAGING,
            query={"limit": limit, "starting_after": starting_after},
        )

    def list_authors(
        self, *, page_token: str | Omit = OMIT, page_size: int | Omit = OMIT
    ) -> Page[str, models.ListAuthorsResponse]:
        """List authors."""
        return self._page(
            _LIST_AUTHORS,
            _LIST_AUTHORS_PAGING,
            query={"pageToken": page_token, "pageSize": page_size},
        )

    def list_orders(self, *, limit: int | Omit = OMIT) -> models.Books:
        """List orders, all at once."""
        return self._send(_LIST_ORDERS, query={"limit": limit})


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    def list_books(
        self, *, limit: int | Omit = OMIT, starting_after: str | Omit = OMIT
    ) -> AsyncPager[models.Book, models.Books]:
        """List books."""
        return self._page(
            _LIST_BOOKS,
            _LIST_BOOKS_PAGING,
            query={"limit": limit, "starting_after": starting_after},
        )

    def list_authors(
        self, *, page_token: str | Omit = OMIT, page_size: int | Omit = OMIT
    ) -> AsyncPager[str, models.ListAuthorsResponse]:
        """List authors."""
        return self._page(
            _LIST_AUTHORS,
            _LIST_AUTHORS_PAGING,
            query={"pageToken": page_token, "pageSize": page_size},
        )

    async def list_orders(self, *, limit: int | Omit = OMIT) -> models.Books:
        """List orders, all at once."""
        return await self._send(_LIST_ORDERS, query={"limit": limit})
