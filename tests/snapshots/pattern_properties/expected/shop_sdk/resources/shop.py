"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .. import params

_SET_LABELS: Operation[models.Mixed] = Operation(
    "setLabels",
    "PUT",
    "/labels",
    returns=lambda: models.Mixed,
    body=Body("application/json"),
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def set_labels(self, *, body: params.Labels) -> models.Mixed:
        """Set the labels of the shop.

        Args:
            body: Labels, each with a prefix that says what it holds. Described for keys
                that match `^s-` or `^n-`.
        """
        return self._send(_SET_LABELS, body=body)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def set_labels(self, *, body: params.Labels) -> models.Mixed:
        """Set the labels of the shop. See `Shop.set_labels`."""
        return await self._send(_SET_LABELS, body=body)
