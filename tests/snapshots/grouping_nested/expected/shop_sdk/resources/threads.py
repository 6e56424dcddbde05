"""What customers talk about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .threads_runs import AsyncThreadsRuns, ThreadsRuns

_CREATE: Operation[None] = Operation("createThread", "POST", "/threads")


class Threads(Resource):
    """What customers talk about."""

    @property
    def runs(self) -> ThreadsRuns:
        """What is done about it."""
        from .threads_runs import ThreadsRuns

        return ThreadsRuns(self)

    def create(self) -> None:
        """Open a thread."""
        return self._send(_CREATE)


class AsyncThreads(AsyncResource):
    """The same as `Threads`, to be awaited."""

    @property
    def runs(self) -> AsyncThreadsRuns:
        """What is done about it."""
        from .threads_runs import AsyncThreadsRuns

        return AsyncThreadsRuns(self)

    async def create(self) -> None:
        """Open a thread."""
        return await self._send(_CREATE)
