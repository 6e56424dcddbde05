"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .. import params

_SEARCH: Operation[models.SearchResponse] = Operation(
    "search", "GET", "/search", returns=lambda: models.SearchResponse
)
_ADD_ANYTHING: Operation[str | int] = Operation(
    "addAnything",
    "POST",
    "/search",
    returns=lambda: str | int,
    body=Body("application/json"),
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def search(self) -> models.SearchResponse:
        """Search for anything."""
        return self._send(_SEARCH)

    def add_anything(self, *, body: params.AddAnythingRequest) -> str | int:
        """Add anything."""
        return self._send(_ADD_ANYTHING, body=body)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def search(self) -> models.SearchResponse:
        """Search for anything."""
        return await self._send(_SEARCH)

    async def add_anything(self, *, body: params.AddAnythingRequest) -> str | int:
        """Add anything."""
        return await self._send(_ADD_ANYTHING, body=body)
