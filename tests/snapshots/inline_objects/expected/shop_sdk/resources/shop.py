"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from .. import params
    from .._runtime.omit import Omit

_CREATE_ORDER: Operation[models.CreateOrderResponse] = Operation(
    "createOrder",
    "POST",
    "/orders",
    returns=lambda: models.CreateOrderResponse,
    body=Body("application/json"),
    errors={"422": lambda: models.CreateOrderError422},
)
_LIST_BOOKS: Operation[list[models.ListBooksResponseItem]] = Operation(
    "listBooks", "GET", "/books", returns=lambda: list[models.ListBooksResponseItem]
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def create_order(
        self,
        *,
        address: params.CreateOrderRequestAddress,
        lines: Sequence[params.CreateOrderRequestLinesItem],
    ) -> models.CreateOrderResponse:
        """Place an order.

        Raises:
            UnprocessableEntityError: The order cannot be placed.
        """
        return self._send(_CREATE_ORDER, body={"address": address, "lines": lines})

    def list_books(
        self,
        *,
        sort: models.ListBooksSort | Omit = OMIT,
        shelf: Literal["a", "b"] | Omit = OMIT,
    ) -> list[models.ListBooksResponseItem]:
        """List books."""
        return self._send(_LIST_BOOKS, query={"sort": sort, "shelf": shelf})


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def create_order(
        self,
        *,
        address: params.CreateOrderRequestAddress,
        lines: Sequence[params.CreateOrderRequestLinesItem],
    ) -> models.CreateOrderResponse:
        """Place an order. See `Shop.create_order`."""
        return await self._send(
            _CREATE_ORDER, body={"address": address, "lines": lines}
        )

    async def list_books(
        self,
        *,
        sort: models.ListBooksSort | Omit = OMIT,
        shelf: Literal["a", "b"] | Omit = OMIT,
    ) -> list[models.ListBooksResponseItem]:
        """List books."""
        return await self._send(_LIST_BOOKS, query={"sort": sort, "shelf": shelf})
