"""The catalogue and the orders of the shop."""

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

_SET_ROUTE: Operation[list[models.Point]] = Operation(
    "setRoute",
    "POST",
    "/route",
    returns=lambda: list[models.Point],
    body=Body("application/json"),
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def set_route(
        self, *, points: Sequence[params.Point], span: params.Span | Omit = OMIT
    ) -> list[models.Point]:
        """Set the route.

        Args:
            points: Each at least 2 items.
            span: A name, then any number of years.
        """
        return self._send(_SET_ROUTE, body={"points": points, "span": span})


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def set_route(
        self, *, points: Sequence[params.Point], span: params.Span | Omit = OMIT
    ) -> list[models.Point]:
        """Set the route. See `Shop.set_route`."""
        return await self._send(_SET_ROUTE, body={"points": points, "span": span})
