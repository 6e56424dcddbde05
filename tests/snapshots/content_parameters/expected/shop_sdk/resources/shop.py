"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.omit import OMIT
from .._runtime.operation import Operation, Param
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .. import params
    from .._runtime.omit import Omit

_SEARCH: Operation[None] = Operation(
    "search",
    "GET",
    "/search",
    params=(
        Param("query", "filter", media_type="application/json"),
        Param("header", "X-Context", media_type="application/json"),
    ),
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def search(
        self, *, filter: params.SearchFilter, x_context: Mapping[str, str] | Omit = OMIT
    ) -> None:
        """Search.

        Args:
            filter: What to look for.
        """
        return self._send(
            _SEARCH, query={"filter": filter}, headers={"X-Context": x_context}
        )


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def search(
        self, *, filter: params.SearchFilter, x_context: Mapping[str, str] | Omit = OMIT
    ) -> None:
        """Search. See `Shop.search`."""
        return await self._send(
            _SEARCH, query={"filter": filter}, headers={"X-Context": x_context}
        )
