"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.omit import OMIT
from .._runtime.operation import Operation, Param
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .. import params
    from .._runtime.omit import Omit

_SEARCH: Operation[None] = Operation(
    "search",
    "GET",
    "/search",
    params=(
        Param("query", "plain"),
        Param("query", "joined", style="form", explode=False),
        Param("query", "spaced", style="spaceDelimited", explode=False),
        Param("query", "piped", style="pipeDelimited", explode=False),
        Param("query", "filter", style="deepObject", explode=True),
        Param("query", "range"),
        Param("query", "raw", allow_reserved=True),
    ),
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def search(
        self,
        *,
        q: str,
        plain: Sequence[str] | Omit = OMIT,
        joined: Sequence[str] | Omit = OMIT,
        spaced: Sequence[str] | Omit = OMIT,
        piped: Sequence[int] | Omit = OMIT,
        filter: params.Filter | Omit = OMIT,
        range: params.SearchRange | Omit = OMIT,
        raw: str | Omit = OMIT,
        odd: str | Omit = OMIT,
    ) -> None:
        """Search."""
        return self._send(
            _SEARCH,
            query={
                "plain": plain,
                "joined": joined,
                "spaced": spaced,
                "piped": piped,
                "filter": filter,
                "range": range,
                "raw": raw,
                "q": q,
                "odd": odd,
            },
        )


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def search(
        self,
        *,
        q: str,
        plain: Sequence[str] | Omit = OMIT,
        joined: Sequence[str] | Omit = OMIT,
        spaced: Sequence[str] | Omit = OMIT,
        piped: Sequence[int] | Omit = OMIT,
        filter: params.Filter | Omit = OMIT,
        range: params.SearchRange | Omit = OMIT,
        raw: str | Omit = OMIT,
        odd: str | Omit = OMIT,
    ) -> None:
        """Search."""
        return await self._send(
            _SEARCH,
            query={
                "plain": plain,
                "joined": joined,
                "spaced": spaced,
                "piped": piped,
                "filter": filter,
                "range": range,
                "raw": raw,
                "q": q,
                "odd": odd,
            },
        )
