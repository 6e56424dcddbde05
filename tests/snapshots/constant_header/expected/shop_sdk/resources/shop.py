"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.omit import OMIT
from .._runtime.operation import Operation, Param
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from typing import Literal

    from .._runtime.omit import Omit

_LIST_BOOKS: Operation[None] = Operation(
    "listBooks", "GET", "/books", headers={"X-Beta": "books=v1"}, query={"view": "full"}
)
_REMOVE_BOOKS: Operation[None] = Operation("removeBooks", "DELETE", "/books")
_GET_VERSION: Operation[None] = Operation(
    "getVersion",
    "GET",
    "/version/{kind}",
    params=(
        Param("query", "filter", media_type="application/json"),
        Param("query", "at", allow_reserved=True),
    ),
    query={"exact": "true", "most": "10000000000000000"},
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def list_books(self, *, x_perhaps: Literal["yes"] | Omit = OMIT) -> None:
        """List books."""
        return self._send(_LIST_BOOKS, headers={"X-Perhaps": x_perhaps})

    def remove_books(self) -> None:
        """Remove all books."""
        return self._send(_REMOVE_BOOKS)

    def get_version(self, kind: Literal["api"]) -> None:
        """Get the version."""
        return self._send(
            _GET_VERSION,
            path=(kind,),
            query={"filter": False, "at": "a/b"},
            cookies={"session": "fixed"},
        )


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def list_books(self, *, x_perhaps: Literal["yes"] | Omit = OMIT) -> None:
        """List books."""
        return await self._send(_LIST_BOOKS, headers={"X-Perhaps": x_perhaps})

    async def remove_books(self) -> None:
        """Remove all books."""
        return await self._send(_REMOVE_BOOKS)

    async def get_version(self, kind: Literal["api"]) -> None:
        """Get the version."""
        return await self._send(
            _GET_VERSION,
            path=(kind,),
            query={"filter": False, "at": "a/b"},
            cookies={"session": "fixed"},
        )
