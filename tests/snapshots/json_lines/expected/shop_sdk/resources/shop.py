"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import Body, Operation
from .._runtime.plans import JsonLines
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .. import params
    from .._runtime.streaming import AsyncStream, Stream

_EXPORT: Operation[models.Book] = Operation(
    "export", "GET", "/export", returns=lambda: models.Book, stream=JsonLines()
)
_IMPORT_BOOKS: Operation[list[bool]] = Operation(
    "importBooks",
    "POST",
    "/import",
    returns=lambda: list[bool],
    body=Body("application/jsonl", "jsonl"),
)
_IMPORT_BOOKS_STREAM: Operation[models.ImportBooksEvent] = Operation(
    "importBooks",
    "POST",
    "/import",
    returns=lambda: models.ImportBooksEvent,
    stream=JsonLines(),
    accept="application/jsonl",
    body=Body("application/jsonl", "jsonl"),
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def export(self) -> Stream[models.Book]:
        """Export all books."""
        return self._stream(_EXPORT)

    def import_books(self, *, body: Iterable[params.Book]) -> list[bool]:
        """Import many books.

        Args:
            body: The books, one a line.
        """
        return self._send(_IMPORT_BOOKS, body=body)

    def import_books_stream(
        self, *, body: Iterable[params.Book]
    ) -> Stream[models.ImportBooksEvent]:
        """Import many books. Streams the events.

        Use the result in `with`: its events arrive one by one as they happen. Takes
        what `import_books` takes.
        """
        return self._stream(_IMPORT_BOOKS_STREAM, body=body)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    def export(self) -> AsyncStream[models.Book]:
        """Export all books."""
        return self._stream(_EXPORT)

    async def import_books(self, *, body: Iterable[params.Book]) -> list[bool]:
        """Import many books. See `Shop.import_books`."""
        return await self._send(_IMPORT_BOOKS, body=body)

    def import_books_stream(
        self, *, body: Iterable[params.Book]
    ) -> AsyncStream[models.ImportBooksEvent]:
        """Import many books. Streams the events.

        Use the result in `async with`: its events arrive one by one as they happen.
        Takes what `import_books` takes.
        """
        return self._stream(_IMPORT_BOOKS_STREAM, body=body)
