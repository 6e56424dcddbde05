"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_GET_STOCK: Operation[list[str]] = Operation(
    "getStock", "GET", "/stock", returns=lambda: list[str]
)
_GET_TEXT: Operation[str] = Operation(
    "getText", "GET", "/text", kind="text", accept="text/plain"
)
_GET_PAGE: Operation[str] = Operation(
    "getPage", "GET", "/page", kind="text", accept="text/html; charset=utf-8"
)
_GET_SCAN: Operation[bytes] = Operation(
    "getScan", "GET", "/scan", kind="bytes", accept="application/pdf"
)
_GET_EITHER: Operation[models.GetEitherResponse] = Operation(
    "getEither", "GET", "/either", returns=lambda: models.GetEitherResponse
)
_GET_ANY: Operation[str] = Operation(
    "getAny", "GET", "/any", returns=lambda: str, accept="*/*"
)
_GET_BARE: Operation[Any] = Operation("getBare", "GET", "/bare", returns=lambda: Any)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def get_stock(self) -> list[str]:
        """Get what is in stock, as data or as a table."""
        return self._send(_GET_STOCK)

    def get_text(self) -> str:
        """Get the text."""
        return self._send(_GET_TEXT)

    def get_page(self) -> str:
        """Get the page."""
        return self._send(_GET_PAGE)

    def get_scan(self) -> bytes:
        """Get the scan."""
        return self._send(_GET_SCAN)

    def get_either(self) -> models.GetEitherResponse:
        """Get the text or the scan."""
        return self._send(_GET_EITHER)

    def get_any(self) -> str:
        """Get anything."""
        return self._send(_GET_ANY)

    def get_bare(self) -> Any:
        """Get what has no schema."""
        return self._send(_GET_BARE)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def get_stock(self) -> list[str]:
        """Get what is in stock, as data or as a table."""
        return await self._send(_GET_STOCK)

    async def get_text(self) -> str:
        """Get the text."""
        return await self._send(_GET_TEXT)

    async def get_page(self) -> str:
        """Get the page."""
        return await self._send(_GET_PAGE)

    async def get_scan(self) -> bytes:
        """Get the scan."""
        return await self._send(_GET_SCAN)

    async def get_either(self) -> models.GetEitherResponse:
        """Get the text or the scan."""
        return await self._send(_GET_EITHER)

    async def get_any(self) -> str:
        """Get anything."""
        return await self._send(_GET_ANY)

    async def get_bare(self) -> Any:
        """Get what has no schema."""
        return await self._send(_GET_BARE)
