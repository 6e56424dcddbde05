"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation, Part
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .. import params
    from .._runtime.omit import Omit

_ADD_CUSTOMER: Operation[None] = Operation(
    "addCustomer",
    "POST",
    "/customers",
    body=Body(
        "application/x-www-form-urlencoded",
        "form",
        parts={
            "address": Part(style="deepObject", explode=True),
            "expand": Part(style="form", explode=False, allow_reserved=True),
        },
    ),
)
_CHOOSE: Operation[None] = Operation(
    "choose",
    "POST",
    "/choice",
    body=Body("application/x-www-form-urlencoded", "form", required=False),
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def add_customer(
        self,
        *,
        name: str,
        address: params.AddCustomerRequestAddress | Omit = OMIT,
        tags: Sequence[str] | Omit = OMIT,
        expand: Sequence[str] | Omit = OMIT,
    ) -> None:
        """Add a customer."""
        return self._send(
            _ADD_CUSTOMER,
            body={"name": name, "address": address, "tags": tags, "expand": expand},
        )

    def choose(self, *, body: params.Choice | Omit = OMIT) -> None:
        """Choose."""
        return self._send(_CHOOSE, body=body)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def add_customer(
        self,
        *,
        name: str,
        address: params.AddCustomerRequestAddress | Omit = OMIT,
        tags: Sequence[str] | Omit = OMIT,
        expand: Sequence[str] | Omit = OMIT,
    ) -> None:
        """Add a customer."""
        return await self._send(
            _ADD_CUSTOMER,
            body={"name": name, "address": address, "tags": tags, "expand": expand},
        )

    async def choose(self, *, body: params.Choice | Omit = OMIT) -> None:
        """Choose."""
        return await self._send(_CHOOSE, body=body)
