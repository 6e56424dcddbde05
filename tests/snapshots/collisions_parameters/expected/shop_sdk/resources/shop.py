"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._runtime.omit import Omit

_ADD_COPY: Operation[None] = Operation(
    "addCopy", "POST", "/books/{id}/copies", body=Body("application/json")
)
_SET_COPIES: Operation[None] = Operation(
    "setCopies", "PUT", "/books/{id}/copies", body=Body("application/json")
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def add_copy(
        self,
        id: str,
        *,
        body_id: str,
        query_id: str | Omit = OMIT,
        query_shelf_mark: str | Omit = OMIT,
        shelf_mark: str | Omit = OMIT,
        body: str | Omit = OMIT,
        header_id: str | Omit = OMIT,
        cookie_id: str | Omit = OMIT,
        body_shelf_mark: str | Omit = OMIT,
    ) -> None:
        """Add a copy.

        Args:
            id: ID of the book.
            query_id: ID of the request.
            header_id: ID of the caller.
            cookie_id: ID of the session.
            body_id: ID of the copy.
        """
        return self._send(
            _ADD_COPY,
            path=(id,),
            query={
                "id": query_id,
                "shelf-mark": query_shelf_mark,
                "shelf_mark": shelf_mark,
                "body": body,
            },
            headers={"ID": header_id},
            cookies={"id": cookie_id},
            body={"id": body_id, "shelfMark": body_shelf_mark},
        )

    def set_copies(
        self,
        id: str,
        *,
        request_body: Sequence[str],
        body: str | Omit = OMIT,
        self_: str | Omit = OMIT,
        models_: str | Omit = OMIT,
    ) -> None:
        """Replace all copies.

        Args:
            id: ID of the book.
        """
        return self._send(
            _SET_COPIES,
            path=(id,),
            query={"body": body, "self": self_, "models": models_},
            body=request_body,
        )


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def add_copy(
        self,
        id: str,
        *,
        body_id: str,
        query_id: str | Omit = OMIT,
        query_shelf_mark: str | Omit = OMIT,
        shelf_mark: str | Omit = OMIT,
        body: str | Omit = OMIT,
        header_id: str | Omit = OMIT,
        cookie_id: str | Omit = OMIT,
        body_shelf_mark: str | Omit = OMIT,
    ) -> None:
        """Add a copy. See `Shop.add_copy`."""
        return await self._send(
            _ADD_COPY,
            path=(id,),
            query={
                "id": query_id,
                "shelf-mark": query_shelf_mark,
                "shelf_mark": shelf_mark,
                "body": body,
            },
            headers={"ID": header_id},
            cookies={"id": cookie_id},
            body={"id": body_id, "shelfMark": body_shelf_mark},
        )

    async def set_copies(
        self,
        id: str,
        *,
        request_body: Sequence[str],
        body: str | Omit = OMIT,
        self_: str | Omit = OMIT,
        models_: str | Omit = OMIT,
    ) -> None:
        """Replace all copies. See `Shop.set_copies`."""
        return await self._send(
            _SET_COPIES,
            path=(id,),
            query={"body": body, "self": self_, "models": models_},
            body=request_body,
        )
