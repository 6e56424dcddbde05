"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Body, Operation, Part
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .. import params
    from .._runtime.files import FileInput

_ADD_BOOK: Operation[None] = Operation(
    "addBook", "POST", "/books", body=Body("application/json")
)
_ADD_BOOK_MULTIPART: Operation[None] = Operation(
    "addBook",
    "POST",
    "/books",
    body=Body("multipart/form-data", "multipart", parts={"file": Part(file=True)}),
)
_ADD_BOOK_TEXT: Operation[None] = Operation(
    "addBook", "POST", "/books", body=Body("text/plain", "text")
)
_ADD_COVER: Operation[None] = Operation(
    "addCover",
    "POST",
    "/covers",
    body=Body("image/png", "bytes", others=("image/jpeg",)),
)
_ADD_LINES: Operation[None] = Operation(
    "addLines", "POST", "/lines", body=Body("application/x-ndjson", "jsonl")
)
_ADD_CONFIGURED: Operation[None] = Operation(
    "addConfigured", "POST", "/configured", body=Body("text/csv", "text")
)
_ADD_CONFIGURED_JSON: Operation[None] = Operation(
    "addConfigured", "POST", "/configured", body=Body("application/json")
)
_ADD_READING: Operation[None] = Operation(
    "addReading", "POST", "/readings", body=Body("application/json")
)
_ADD_READING_BINARY: Operation[None] = Operation(
    "addReading",
    "POST",
    "/readings",
    body=Body("audio/wav", "bytes", others=("audio/mpeg", "audio/flac")),
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def add_book(self, *, title: str) -> None:
        """Add a book."""
        return self._send(_ADD_BOOK, body={"title": title})

    def add_book_multipart(self, *, file: FileInput) -> None:
        """Add a book."""
        return self._send(_ADD_BOOK_MULTIPART, body={"file": file})

    def add_book_text(self, *, body: str | FileInput) -> None:
        """Add a book."""
        return self._send(_ADD_BOOK_TEXT, body=body)

    def add_cover(self, *, body: FileInput) -> None:
        """Add a cover.

        Args:
            body: `image/png` or `image/jpeg`, as its name or its tuple says.
        """
        return self._send(_ADD_COVER, body=body)

    def add_lines(self, *, body: Iterable[params.Book]) -> None:
        """Add many books."""
        return self._send(_ADD_LINES, body=body)

    def add_configured(self, *, body: str | FileInput) -> None:
        """Add a book in the way that the configuration wants."""
        return self._send(_ADD_CONFIGURED, body=body)

    def add_configured_json(self, *, title: str) -> None:
        """Add a book in the way that the configuration wants."""
        return self._send(_ADD_CONFIGURED_JSON, body={"title": title})

    def add_reading(self, *, title: str) -> None:
        """Add a reading of a book, as a book or as a file."""
        return self._send(_ADD_READING, body={"title": title})

    def add_reading_binary(self, *, body: FileInput) -> None:
        """Add a reading of a book, as a book or as a file.

        Args:
            body: `audio/wav`, `audio/mpeg` or `audio/flac`, as its name or its tuple
                says.
        """
        return self._send(_ADD_READING_BINARY, body=body)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def add_book(self, *, title: str) -> None:
        """Add a book."""
        return await self._send(_ADD_BOOK, body={"title": title})

    async def add_book_multipart(self, *, file: FileInput) -> None:
        """Add a book."""
        return await self._send(_ADD_BOOK_MULTIPART, body={"file": file})

    async def add_book_text(self, *, body: str | FileInput) -> None:
        """Add a book."""
        return await self._send(_ADD_BOOK_TEXT, body=body)

    async def add_cover(self, *, body: FileInput) -> None:
        """Add a cover. See `Shop.add_cover`."""
        return await self._send(_ADD_COVER, body=body)

    async def add_lines(self, *, body: Iterable[params.Book]) -> None:
        """Add many books."""
        return await self._send(_ADD_LINES, body=body)

    async def add_configured(self, *, body: str | FileInput) -> None:
        """Add a book in the way that the configuration wants."""
        return await self._send(_ADD_CONFIGURED, body=body)

    async def add_configured_json(self, *, title: str) -> None:
        """Add a book in the way that the configuration wants."""
        return await self._send(_ADD_CONFIGURED_JSON, body={"title": title})

    async def add_reading(self, *, title: str) -> None:
        """Add a reading of a book, as a book or as a file."""
        return await self._send(_ADD_READING, body={"title": title})

    async def add_reading_binary(self, *, body: FileInput) -> None:
        """Add a reading of a book, as a book or as a file. See
        `Shop.add_reading_binary`.
        """
        return await self._send(_ADD_READING_BINARY, body=body)
