"""The operations of `tasks`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import Operation
from .._runtime.plans import Polling
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Callable

_GET_TASK: Operation[models.Task] = Operation(
    "getTask", "GET", "/tasks/{id}", returns=lambda: models.Task
)
_POLLING = Polling(
    field=("status",), terminal=("done", "failed"), interval=1.0, deadline=600.0
)


class Tasks(Resource):
    """The operations of `tasks`."""

    def get_task(self, id: str) -> models.Task:
        """Get a task."""
        return self._send(_GET_TASK, path=(id,))

    def poll_task(
        self,
        id: str,
        *,
        interval: float | None = None,
        deadline: float | None = None,
        on_progress: Callable[[models.Task], object] | None = None,
    ) -> models.Task:
        """Call `get_task` until `status` is `done` or `failed`.

        Args:
            interval: Seconds between two reads, 1 when left out.
            deadline: Seconds after which to give up, 600 when left out.
            on_progress: Called with what each read gave.

        Raises:
            PollTimeoutError: The deadline has passed.
        """
        return self._poll(
            _GET_TASK,
            _POLLING,
            None,
            path=(id,),
            interval=interval,
            deadline=deadline,
            on_progress=on_progress,
        )


class AsyncTasks(AsyncResource):
    """The same as `Tasks`, to be awaited."""

    async def get_task(self, id: str) -> models.Task:
        """Get a task."""
        return await self._send(_GET_TASK, path=(id,))

    async def poll_task(
        self,
        id: str,
        *,
        interval: float | None = None,
        deadline: float | None = None,
        on_progress: Callable[[models.Task], object] | None = None,
    ) -> models.Task:
        """Call `get_task` until `status` is `done` or `failed`."""
        return await self._poll(
            _GET_TASK,
            _POLLING,
            None,
            path=(id,),
            interval=interval,
            deadline=deadline,
            on_progress=on_progress,
        )
