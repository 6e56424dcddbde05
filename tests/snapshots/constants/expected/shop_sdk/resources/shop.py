"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from .._runtime.omit import Omit

_ADD_EVENT: Operation[models.Event] = Operation(
    "addEvent",
    "POST",
    "/events",
    returns=lambda: models.Event,
    body=Body("application/json"),
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def add_event(
        self,
        *,
        object: Literal["event"],
        version: Literal[2],
        ratio: float,
        active: Literal[True],
        nothing: None,
        kind: models.Kind,
        optional: Literal['it\'s "here"'] | Omit = OMIT,
        limits: Mapping[str, object] | Omit = OMIT,
    ) -> models.Event:
        """Add an event."""
        return self._send(
            _ADD_EVENT,
            body={
                "object": object,
                "version": version,
                "ratio": ratio,
                "active": active,
                "nothing": nothing,
                "kind": kind,
                "optional": optional,
                "limits": limits,
            },
        )


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def add_event(
        self,
        *,
        object: Literal["event"],
        version: Literal[2],
        ratio: float,
        active: Literal[True],
        nothing: None,
        kind: models.Kind,
        optional: Literal['it\'s "here"'] | Omit = OMIT,
        limits: Mapping[str, object] | Omit = OMIT,
    ) -> models.Event:
        """Add an event."""
        return await self._send(
            _ADD_EVENT,
            body={
                "object": object,
                "version": version,
                "ratio": ratio,
                "active": active,
                "nothing": nothing,
                "kind": kind,
                "optional": optional,
                "limits": limits,
            },
        )
