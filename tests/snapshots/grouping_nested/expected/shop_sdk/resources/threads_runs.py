"""What is done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .threads_runs_steps import AsyncThreadsRunsSteps, ThreadsRunsSteps

_CREATE: Operation[None] = Operation("createRun", "POST", "/threads/{thread_id}/runs")
_LIST: Operation[None] = Operation("listRuns", "GET", "/threads/{thread_id}/runs")


class ThreadsRuns(Resource):
    """What is done about it."""

    @property
    def steps(self) -> ThreadsRunsSteps:
        """The operations of `steps`."""
        from .threads_runs_steps import ThreadsRunsSteps

        return ThreadsRunsSteps(self)

    def create(self, thread_id: str) -> None:
        """Start a run."""
        return self._send(_CREATE, path=(thread_id,))

    def list(self, thread_id: str) -> None:
        """List runs."""
        return self._send(_LIST, path=(thread_id,))


class AsyncThreadsRuns(AsyncResource):
    """The same as `ThreadsRuns`, to be awaited."""

    @property
    def steps(self) -> AsyncThreadsRunsSteps:
        """The operations of `steps`."""
        from .threads_runs_steps import AsyncThreadsRunsSteps

        return AsyncThreadsRunsSteps(self)

    async def create(self, thread_id: str) -> None:
        """Start a run."""
        return await self._send(_CREATE, path=(thread_id,))

    async def list(self, thread_id: str) -> None:
        """List runs."""
        return await self._send(_LIST, path=(thread_id,))
