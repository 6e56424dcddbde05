"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation, Param
from .._runtime.plans import JsonLines
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .. import params
    from .._runtime.omit import Omit
    from .._runtime.streaming import AsyncStream, Stream

_FIND_BOOKS: Operation[list[models.Item]] = Operation(
    "findBooks",
    "QUERY",
    "/books",
    returns=lambda: list[models.Item],
    body=Body("application/json"),
)
_COPY_BOOKS: Operation[None] = Operation("copyBooks", "COPY", "/books")
_LOCK_BOOKS: Operation[None] = Operation("lockBooks", "lock", "/books")
_SEARCH: Operation[models.Item] = Operation(
    "search",
    "GET",
    "/search",
    returns=lambda: models.Item,
    stream=JsonLines(),
    accept="application/jsonl",
    params=(Param("query", "criteria"),),
)
_SELECT: Operation[None] = Operation(
    "select",
    "GET",
    "/select",
    params=(Param("querystring", "selector", media_type="application/jsonpath"),),
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def find_books(self, *, title: str) -> list[models.Item]:
        """Find books."""
        return self._send(_FIND_BOOKS, body={"title": title})

    def copy_books(self) -> None:
        """Copy all books."""
        return self._send(_COPY_BOOKS)

    def lock_books(self) -> None:
        """Lock all books."""
        return self._send(_LOCK_BOOKS)

    def search(
        self, *, criteria: params.SearchCriteria | Omit = OMIT
    ) -> Stream[models.Item]:
        """Search."""
        return self._stream(_SEARCH, query={"criteria": criteria})

    def select(self, *, selector: str | Omit = OMIT) -> None:
        """Select by a path."""
        return self._send(_SELECT, query={"selector": selector})


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def find_books(self, *, title: str) -> list[models.Item]:
        """Find books."""
        return await self._send(_FIND_BOOKS, body={"title": title})

    async def copy_books(self) -> None:
        """Copy all books."""
        return await self._send(_COPY_BOOKS)

    async def lock_books(self) -> None:
        """Lock all books."""
        return await self._send(_LOCK_BOOKS)

    def search(
        self, *, criteria: params.SearchCriteria | Omit = OMIT
    ) -> AsyncStream[models.Item]:
        """Search."""
        return self._stream(_SEARCH, query={"criteria": criteria})

    async def select(self, *, selector: str | Omit = OMIT) -> None:
        """Select by a path."""
        return await self._send(_SELECT, query={"selector": selector})
