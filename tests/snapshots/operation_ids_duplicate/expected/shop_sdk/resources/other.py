"""The operations of `other`."""

from __future__ import annotations

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_LIST_PUBLISHERS: Operation[None] = Operation(
    "list-publishers", "OPTIONS", "/publishers"
)


class Other(Resource):
    """The operations of `other`."""

    def list_publishers(self) -> None:
        """What can be done with publishers."""
        return self._send(_LIST_PUBLISHERS)


class AsyncOther(AsyncResource):
    """The same as `Other`, to be awaited."""

    async def list_publishers(self) -> None:
        """What can be done with publishers."""
        return await self._send(_LIST_PUBLISHERS)
