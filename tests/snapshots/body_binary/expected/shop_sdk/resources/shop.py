"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._runtime.files import FileInput
    from .._runtime.omit import Omit

_SET_SCAN: Operation[None] = Operation(
    "setScan",
    "PUT",
    "/books/{isbn}/scan",
    body=Body("application/octet-stream", "bytes"),
)
_ADD_SCAN: Operation[None] = Operation(
    "addScan",
    "POST",
    "/books/{isbn}/scan",
    body=Body("application/pdf", "bytes", required=False),
)
_COPY_SCAN: Operation[bytes] = Operation(
    "copyScan", "POST", "/scans", kind="bytes", accept="*/*", body=Body("*/*", "bytes")
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def set_scan(self, isbn: str, *, body: FileInput) -> None:
        """Upload a scan."""
        return self._send(_SET_SCAN, path=(isbn,), body=body)

    def add_scan(self, isbn: str, *, body: FileInput | Omit = OMIT) -> None:
        """Add a scan, perhaps."""
        return self._send(_ADD_SCAN, path=(isbn,), body=body)

    def copy_scan(self, *, body: FileInput) -> bytes:
        """Turn one scan into another, of any kind."""
        return self._send(_COPY_SCAN, body=body)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def set_scan(self, isbn: str, *, body: FileInput) -> None:
        """Upload a scan."""
        return await self._send(_SET_SCAN, path=(isbn,), body=body)

    async def add_scan(self, isbn: str, *, body: FileInput | Omit = OMIT) -> None:
        """Add a scan, perhaps."""
        return await self._send(_ADD_SCAN, path=(isbn,), body=body)

    async def copy_scan(self, *, body: FileInput) -> bytes:
        """Turn one scan into another, of any kind."""
        return await self._send(_COPY_SCAN, body=body)
