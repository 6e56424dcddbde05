"""The operations of `with_options_`."""

from __future__ import annotations

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_PRINT: Operation[None] = Operation("print", "GET", "/with_options")


class WithOptions(Resource):
    """The operations of `with_options_`."""

    def print(self) -> None:
        """Print."""
        return self._send(_PRINT)


class AsyncWithOptions(AsyncResource):
    """The same as `WithOptions`, to be awaited."""

    async def print(self) -> None:
        """Print."""
        return await self._send(_PRINT)
