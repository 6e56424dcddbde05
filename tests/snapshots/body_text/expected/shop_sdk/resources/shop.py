"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._runtime.files import FileInput
    from .._runtime.omit import Omit

_SET_TEXT: Operation[None] = Operation(
    "setText", "PUT", "/books/{isbn}/text", body=Body("text/plain", "text")
)
_SET_MARKUP: Operation[None] = Operation(
    "setMarkup",
    "POST",
    "/books/{isbn}/text",
    body=Body("application/xml", "text", required=False),
)
_ADD_NOTE: Operation[str] = Operation(
    "addNote",
    "POST",
    "/notes",
    returns=lambda: str,
    accept="*/*",
    body=Body("*/*", "text"),
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def set_text(self, isbn: str, *, body: str | FileInput) -> None:
        """Set the text.

        Args:
            body: The whole text.
        """
        return self._send(_SET_TEXT, path=(isbn,), body=body)

    def set_markup(self, isbn: str, *, body: str | FileInput | Omit = OMIT) -> None:
        """Set the markup."""
        return self._send(_SET_MARKUP, path=(isbn,), body=body)

    def add_note(self, *, body: str | FileInput) -> str:
        """Add a note, in whatever form."""
        return self._send(_ADD_NOTE, body=body)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def set_text(self, isbn: str, *, body: str | FileInput) -> None:
        """Set the text. See `Shop.set_text`."""
        return await self._send(_SET_TEXT, path=(isbn,), body=body)

    async def set_markup(
        self, isbn: str, *, body: str | FileInput | Omit = OMIT
    ) -> None:
        """Set the markup."""
        return await self._send(_SET_MARKUP, path=(isbn,), body=body)

    async def add_note(self, *, body: str | FileInput) -> str:
        """Add a note, in whatever form."""
        return await self._send(_ADD_NOTE, body=body)
