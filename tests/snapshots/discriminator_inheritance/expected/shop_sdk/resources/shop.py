"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .. import params

_LIST_PETS: Operation[list[models.Pet]] = Operation(
    "listPets", "GET", "/pets", returns=lambda: list[models.Pet]
)
_ADD_PET: Operation[models.Dog] = Operation(
    "addPet", "POST", "/pets", returns=lambda: models.Dog, body=Body("application/json")
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def list_pets(self) -> list[models.Pet]:
        """List the shop's animals."""
        return self._send(_LIST_PETS)

    def add_pet(self, *, body: params.Pet) -> models.Dog:
        """Add an animal.

        Args:
            body: An animal that lives in the shop.
        """
        return self._send(_ADD_PET, body=body)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def list_pets(self) -> list[models.Pet]:
        """List the shop's animals."""
        return await self._send(_LIST_PETS)

    async def add_pet(self, *, body: params.Pet) -> models.Dog:
        """Add an animal. See `Shop.add_pet`."""
        return await self._send(_ADD_PET, body=body)
