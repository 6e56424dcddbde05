"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.omit import OMIT
from .._runtime.operation import Operation, Param
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from .._runtime.omit import Omit

_LIST_BOOKS: Operation[None] = Operation(
    "listBooks",
    "GET",
    "/books",
    params=(
        Param("header", "X-Tags"),
        Param("header", "X-Range", style="simple", explode=True),
        Param("cookie", "theme", style="cookie", explode=True),
        Param("cookie", "flags", style="form", explode=False),
    ),
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def list_books(
        self,
        *,
        x_request_id: UUID | str,
        session: str,
        x_tags: Sequence[str] | Omit = OMIT,
        x_range: Mapping[str, int] | Omit = OMIT,
        if_modified_since: dt.datetime | str | Omit = OMIT,
        theme: str | Omit = OMIT,
        flags: Sequence[str] | Omit = OMIT,
    ) -> None:
        """List books.

        Args:
            x_request_id: ID of the request.
        """
        return self._send(
            _LIST_BOOKS,
            headers={
                "X-Request-ID": x_request_id,
                "X-Tags": x_tags,
                "X-Range": x_range,
                "If-Modified-Since": if_modified_since,
            },
            cookies={"session": session, "theme": theme, "flags": flags},
        )


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def list_books(
        self,
        *,
        x_request_id: UUID | str,
        session: str,
        x_tags: Sequence[str] | Omit = OMIT,
        x_range: Mapping[str, int] | Omit = OMIT,
        if_modified_since: dt.datetime | str | Omit = OMIT,
        theme: str | Omit = OMIT,
        flags: Sequence[str] | Omit = OMIT,
    ) -> None:
        """List books. See `Shop.list_books`."""
        return await self._send(
            _LIST_BOOKS,
            headers={
                "X-Request-ID": x_request_id,
                "X-Tags": x_tags,
                "X-Range": x_range,
                "If-Modified-Since": if_modified_since,
            },
            cookies={"session": session, "theme": theme, "flags": flags},
        )
