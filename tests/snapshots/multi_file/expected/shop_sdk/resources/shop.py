"""The operations of `shop`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .. import params
    from .._runtime.omit import Omit

_CREATE_ORDER: Operation[models.Order] = Operation(
    "createOrder",
    "POST",
    "/orders",
    returns=lambda: models.Order,
    body=Body("application/json"),
    errors={"400": lambda: models.Refusal},
)
_LIST_BOOKS: Operation[list[models.Book]] = Operation(
    "listBooks", "GET", "/books", returns=lambda: list[models.Book]
)


class Shop(Resource):
    """The operations of `shop`."""

    def create_order(
        self,
        *,
        lines: Sequence[params.OrderLine],
        x_trace: str | Omit = OMIT,
        state: models.State | Omit = OMIT,
    ) -> models.Order:
        """Place an order."""
        return self._send(
            _CREATE_ORDER,
            headers={"X-Trace": x_trace},
            body={"lines": lines, "state": state},
        )

    def list_books(self) -> list[models.Book]:
        """List books."""
        return self._send(_LIST_BOOKS)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def create_order(
        self,
        *,
        lines: Sequence[params.OrderLine],
        x_trace: str | Omit = OMIT,
        state: models.State | Omit = OMIT,
    ) -> models.Order:
        """Place an order."""
        return await self._send(
            _CREATE_ORDER,
            headers={"X-Trace": x_trace},
            body={"lines": lines, "state": state},
        )

    async def list_books(self) -> list[models.Book]:
        """List books."""
        return await self._send(_LIST_BOOKS)
