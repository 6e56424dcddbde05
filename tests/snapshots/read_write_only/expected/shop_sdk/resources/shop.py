"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .. import params
    from .._runtime.omit import Omit

_ADD_CUSTOMER: Operation[models.Customer] = Operation(
    "addCustomer",
    "POST",
    "/customers",
    returns=lambda: models.Customer,
    body=Body("application/json"),
)
_ADD_CUSTOMERS: Operation[None] = Operation(
    "addCustomers", "POST", "/customers/batch", body=Body("application/json")
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def add_customer(
        self, *, name: str, password: str, address: params.Address | Omit = OMIT
    ) -> models.Customer:
        """Add a customer.

        Args:
            password: Never sent back.
        """
        return self._send(
            _ADD_CUSTOMER, body={"name": name, "password": password, "address": address}
        )

    def add_customers(self, *, body: Sequence[params.Customer]) -> None:
        """Add several customers."""
        return self._send(_ADD_CUSTOMERS, body=body)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def add_customer(
        self, *, name: str, password: str, address: params.Address | Omit = OMIT
    ) -> models.Customer:
        """Add a customer. See `Shop.add_customer`."""
        return await self._send(
            _ADD_CUSTOMER, body={"name": name, "password": password, "address": address}
        )

    async def add_customers(self, *, body: Sequence[params.Customer]) -> None:
        """Add several customers."""
        return await self._send(_ADD_CUSTOMERS, body=body)
