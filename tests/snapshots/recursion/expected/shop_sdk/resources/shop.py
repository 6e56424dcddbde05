"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .. import params
    from .._runtime.omit import Omit

_GET_CATEGORIES: Operation[models.Category] = Operation(
    "getCategories", "GET", "/categories", returns=lambda: models.Category
)
_SET_CATEGORIES: Operation[None] = Operation(
    "setCategories", "PUT", "/categories", body=Body("application/json")
)
_SET_SETTINGS: Operation[models.Setting | None] = Operation(
    "setSettings",
    "PUT",
    "/settings",
    returns=lambda: models.Setting | None,
    body=Body("application/json"),
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def get_categories(self) -> models.Category:
        """Get the tree of categories."""
        return self._send(_GET_CATEGORIES)

    def set_categories(
        self,
        *,
        name: str,
        children: Sequence[params.Category],
        parent: params.Category | Omit = OMIT,
        related: Mapping[str, params.Category] | Omit = OMIT,
    ) -> None:
        """Replace the tree of categories."""
        return self._send(
            _SET_CATEGORIES,
            body={
                "name": name,
                "parent": parent,
                "children": children,
                "related": related,
            },
        )

    def set_settings(self, *, body: params.Setting | None) -> models.Setting | None:
        """Replace the settings."""
        return self._send(_SET_SETTINGS, body=body)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def get_categories(self) -> models.Category:
        """Get the tree of categories."""
        return await self._send(_GET_CATEGORIES)

    async def set_categories(
        self,
        *,
        name: str,
        children: Sequence[params.Category],
        parent: params.Category | Omit = OMIT,
        related: Mapping[str, params.Category] | Omit = OMIT,
    ) -> None:
        """Replace the tree of categories."""
        return await self._send(
            _SET_CATEGORIES,
            body={
                "name": name,
                "parent": parent,
                "children": children,
                "related": related,
            },
        )

    async def set_settings(
        self, *, body: params.Setting | None
    ) -> models.Setting | None:
        """Replace the settings."""
        return await self._send(_SET_SETTINGS, body=body)
