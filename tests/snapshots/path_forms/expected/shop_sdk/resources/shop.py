"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation, Param
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

_CANCEL_ORDER: Operation[None] = Operation("cancelOrder", "POST", "/orders/{id}:cancel")
_GET_FILE: Operation[None] = Operation("getFile", "GET", "/files/{name}.{format}")
_GET_POINT: Operation[None] = Operation(
    "getPoint",
    "GET",
    "/points/{label}/{matrix}/{list}",
    params=(
        Param("path", "label", style="label", explode=False),
        Param("path", "matrix", style="matrix", explode=True),
        Param("path", "list"),
    ),
)
_GET_TWICE: Operation[None] = Operation("getTwice", "GET", "/twice/{id}/of/{id}")
_GET_UNDECLARED: Operation[None] = Operation(
    "getUndeclared", "GET", "/undeclared/{first}/{second}"
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def cancel_order(self, id: int) -> None:
        """Cancel an order."""
        return self._send(_CANCEL_ORDER, path=(id,))

    def get_file(self, name: str, format: Literal["pdf", "epub"]) -> None:
        """Get a file."""
        return self._send(_GET_FILE, path=(name, format))

    def get_point(self, label: str, matrix: Sequence[str], list: Sequence[int]) -> None:
        """Get a point."""
        return self._send(_GET_POINT, path=(label, matrix, list))

    def get_twice(self, id: str) -> None:
        """Get what is named twice."""
        return self._send(_GET_TWICE, path=(id,))

    def get_undeclared(self, first: str, second: str) -> None:
        """Get what is not declared."""
        return self._send(_GET_UNDECLARED, path=(first, second))


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def cancel_order(self, id: int) -> None:
        """Cancel an order."""
        return await self._send(_CANCEL_ORDER, path=(id,))

    async def get_file(self, name: str, format: Literal["pdf", "epub"]) -> None:
        """Get a file."""
        return await self._send(_GET_FILE, path=(name, format))

    async def get_point(
        self, label: str, matrix: Sequence[str], list: Sequence[int]
    ) -> None:
        """Get a point."""
        return await self._send(_GET_POINT, path=(label, matrix, list))

    async def get_twice(self, id: str) -> None:
        """Get what is named twice."""
        return await self._send(_GET_TWICE, path=(id,))

    async def get_undeclared(self, first: str, second: str) -> None:
        """Get what is not declared."""
        return await self._send(_GET_UNDECLARED, path=(first, second))
