"""The operations of `threads.runs.steps`."""

from __future__ import annotations

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_LIST: Operation[None] = Operation(
    "listRunSteps", "GET", "/threads/{thread_id}/runs/{run_id}/steps"
)


class ThreadsRunsSteps(Resource):
    """The operations of `threads.runs.steps`."""

    def list(self, thread_id: str, run_id: str) -> None:
        """List the steps of a run."""
        return self._send(_LIST, path=(thread_id, run_id))


class AsyncThreadsRunsSteps(AsyncResource):
    """The same as `ThreadsRunsSteps`, to be awaited."""

    async def list(self, thread_id: str, run_id: str) -> None:
        """List the steps of a run."""
        return await self._send(_LIST, path=(thread_id, run_id))
