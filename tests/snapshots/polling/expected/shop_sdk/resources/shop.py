"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation
from .._runtime.plans import Polling
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._runtime.omit import Omit

_START_EXPORT: Operation[models.Export] = Operation(
    "startExport",
    "POST",
    "/orders/{orderId}/exports",
    returns=lambda: models.Export,
    body=Body("application/json", required=False),
)
_GET_EXPORT: Operation[models.Export] = Operation(
    "getExport", "GET", "/orders/{orderId}/exports/{id}", returns=lambda: models.Export
)
_POLLING = Polling(
    field=("state", "name"), terminal=("done", "failed"), interval=0.5, deadline=60.0
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def start_export(
        self, order_id: str, *, format: str | Omit = OMIT
    ) -> models.Export:
        """Start an export."""
        return self._send(_START_EXPORT, path=(order_id,), body={"format": format})

    def start_export_and_poll(
        self, order_id: str, *, format: str | Omit = OMIT
    ) -> models.Export:
        """Start an export. Waits until it is settled.

        Returns when `state.name` is `done` or `failed`. Takes what `start_export`
        takes.

        Raises:
            PollTimeoutError: It took longer than `poll_deadline`, 60 s by default.
        """
        started = self._start(_START_EXPORT, path=(order_id,), body={"format": format})
        return self._poll(
            _GET_EXPORT, _POLLING, started, path=(started.order_id, started.export_id)
        )

    def get_export(
        self,
        order_id: str,
        id: str,
        *,
        verbose: bool | Omit = OMIT,
        interval_: str | Omit = OMIT,
        x_trace: str | Omit = OMIT,
    ) -> models.Export:
        """Get an export."""
        return self._send(
            _GET_EXPORT,
            path=(order_id, id),
            query={"verbose": verbose, "interval": interval_},
            headers={"X-Trace": x_trace},
        )

    def poll_export(
        self,
        order_id: str,
        id: str,
        *,
        verbose: bool | Omit = OMIT,
        interval_: str | Omit = OMIT,
        x_trace: str | Omit = OMIT,
        interval: float | None = None,
        deadline: float | None = None,
        on_progress: Callable[[models.Export], object] | None = None,
    ) -> models.Export:
        """Call `get_export` until `state.name` is `done` or `failed`.

        Args:
            interval: Seconds between two reads, 0.5 when left out.
            deadline: Seconds after which to give up, 60 when left out.
            on_progress: Called with what each read gave.

        Raises:
            PollTimeoutError: The deadline has passed.
        """
        return self._poll(
            _GET_EXPORT,
            _POLLING,
            None,
            path=(order_id, id),
            query={"verbose": verbose, "interval": interval_},
            headers={"X-Trace": x_trace},
            interval=interval,
            deadline=deadline,
            on_progress=on_progress,
        )


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def start_export(
        self, order_id: str, *, format: str | Omit = OMIT
    ) -> models.Export:
        """Start an export."""
        return await self._send(
            _START_EXPORT, path=(order_id,), body={"format": format}
        )

    async def start_export_and_poll(
        self, order_id: str, *, format: str | Omit = OMIT
    ) -> models.Export:
        """Start an export. Waits until it is settled.

        Returns when `state.name` is `done` or `failed`. Takes what `start_export`
        takes.

        Raises:
            PollTimeoutError: It took longer than `poll_deadline`, 60 s by default.
        """
        started = await self._start(
            _START_EXPORT, path=(order_id,), body={"format": format}
        )
        return await self._poll(
            _GET_EXPORT, _POLLING, started, path=(started.order_id, started.export_id)
        )

    async def get_export(
        self,
        order_id: str,
        id: str,
        *,
        verbose: bool | Omit = OMIT,
        interval_: str | Omit = OMIT,
        x_trace: str | Omit = OMIT,
    ) -> models.Export:
        """Get an export."""
        return await self._send(
            _GET_EXPORT,
            path=(order_id, id),
            query={"verbose": verbose, "interval": interval_},
            headers={"X-Trace": x_trace},
        )

    async def poll_export(
        self,
        order_id: str,
        id: str,
        *,
        verbose: bool | Omit = OMIT,
        interval_: str | Omit = OMIT,
        x_trace: str | Omit = OMIT,
        interval: float | None = None,
        deadline: float | None = None,
        on_progress: Callable[[models.Export], object] | None = None,
    ) -> models.Export:
        """Call `get_export` until `state.name` is `done` or `failed`."""
        return await self._poll(
            _GET_EXPORT,
            _POLLING,
            None,
            path=(order_id, id),
            query={"verbose": verbose, "interval": interval_},
            headers={"X-Trace": x_trace},
            interval=interval,
            deadline=deadline,
            on_progress=on_progress,
        )
