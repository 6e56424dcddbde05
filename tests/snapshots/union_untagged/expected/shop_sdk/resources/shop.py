"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from .. import models
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource
from .._runtime.unions import Unknown, Untagged

if TYPE_CHECKING:
    from .. import params

_SEARCH: Operation[
    Annotated[models.Book | models.Author | list[models.Book] | Unknown, Untagged()]
] = Operation(
    "search",
    "GET",
    "/search",
    returns=lambda: Annotated[
        models.Book | models.Author | list[models.Book] | Unknown, Untagged()
    ],
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

    def search(
        self,
    ) -> Annotated[
        models.Book | models.Author | list[models.Book] | Unknown, Untagged()
    ]:
        """Search for anything."""
        return self._send(_SEARCH)

    def add_anything(self, *, body: params.Book | params.Author) -> str | int:
        """Add anything."""
        return self._send(_ADD_ANYTHING, body=body)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def search(
        self,
    ) -> Annotated[
        models.Book | models.Author | list[models.Book] | Unknown, Untagged()
    ]:
        """Search for anything."""
        return await self._send(_SEARCH)

    async def add_anything(self, *, body: params.Book | params.Author) -> str | int:
        """Add anything."""
        return await self._send(_ADD_ANYTHING, body=body)
