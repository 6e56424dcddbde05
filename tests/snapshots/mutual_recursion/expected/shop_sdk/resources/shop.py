"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .. import params

_ADD_DEPARTMENT: Operation[models.Department] = Operation(
    "addDepartment",
    "POST",
    "/departments",
    returns=lambda: models.Department,
    body=Body("application/json"),
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def add_department(
        self, *, name: str, staff: Sequence[params.Employee]
    ) -> models.Department:
        """Add a department."""
        return self._send(_ADD_DEPARTMENT, body={"name": name, "staff": staff})


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def add_department(
        self, *, name: str, staff: Sequence[params.Employee]
    ) -> models.Department:
        """Add a department."""
        return await self._send(_ADD_DEPARTMENT, body={"name": name, "staff": staff})
