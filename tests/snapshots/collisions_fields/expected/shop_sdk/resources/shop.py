"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._runtime.omit import Omit

_ADD_BOOK: Operation[models.Book] = Operation(
    "addBook",
    "POST",
    "/books",
    returns=lambda: models.Book,
    body=Body("application/json"),
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def add_book(
        self,
        *,
        created_at_2: str,
        created_at: int,
        created_at_3: str | Omit = OMIT,
        created_at_4: str | Omit = OMIT,
    ) -> models.Book:
        """Add a book.

        Args:
            created_at_2: When it was added.
            created_at: The same, in seconds since the Unix epoch.
            created_at_3: The same, as some clients want it.
        """
        return self._send(
            _ADD_BOOK,
            body={
                "createdAt": created_at_2,
                "created_at": created_at,
                "created-at": created_at_3,
                "CREATED_AT": created_at_4,
            },
        )


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def add_book(
        self,
        *,
        created_at_2: str,
        created_at: int,
        created_at_3: str | Omit = OMIT,
        created_at_4: str | Omit = OMIT,
    ) -> models.Book:
        """Add a book. See `Shop.add_book`."""
        return await self._send(
            _ADD_BOOK,
            body={
                "createdAt": created_at_2,
                "created_at": created_at,
                "created-at": created_at_3,
                "CREATED_AT": created_at_4,
            },
        )
