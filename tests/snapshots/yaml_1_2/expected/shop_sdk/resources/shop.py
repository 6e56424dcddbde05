"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._runtime.omit import Omit

_GET_SWITCH: Operation[models.Switch] = Operation(
    "getSwitch", "GET", "/switches", returns=lambda: models.Switch
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def get_switch(
        self, *, on: models.GetSwitchOn | Omit = OMIT, time: str | Omit = OMIT
    ) -> models.Switch:
        """Get a switch.

        Args:
            on: `"off"` when left out.
            time: `"12:30:45"` when left out.
        """
        return self._send(_GET_SWITCH, query={"on": on, "time": time})


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def get_switch(
        self, *, on: models.GetSwitchOn | Omit = OMIT, time: str | Omit = OMIT
    ) -> models.Switch:
        """Get a switch. See `Shop.get_switch`."""
        return await self._send(_GET_SWITCH, query={"on": on, "time": time})
