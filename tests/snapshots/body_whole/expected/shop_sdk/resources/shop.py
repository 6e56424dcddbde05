"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .. import params
    from .._runtime.omit import Omit

_ADD_TITLES: Operation[None] = Operation(
    "addTitles", "POST", "/titles", body=Body("application/json")
)
_SET_TITLE: Operation[None] = Operation(
    "setTitle", "PUT", "/titles", body=Body("application/json", required=False)
)
_CHANGE_TITLE: Operation[None] = Operation(
    "changeTitle", "PATCH", "/titles", body=Body("application/json")
)
_SET_PRICES: Operation[None] = Operation(
    "setPrices", "PUT", "/prices", body=Body("application/json")
)
_ADD_PRICES: Operation[None] = Operation(
    "addPrices", "POST", "/prices", body=Body("application/json")
)
_SET_MAYBE: Operation[None] = Operation(
    "setMaybe", "PUT", "/maybe", body=Body("application/json")
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def add_titles(self, *, body: Sequence[str]) -> None:
        """Add titles.

        Args:
            body: The titles to add.
        """
        return self._send(_ADD_TITLES, body=body)

    def set_title(self, *, body: str | None | Omit = OMIT) -> None:
        """Set the title."""
        return self._send(_SET_TITLE, body=body)

    def change_title(self, *, body: params.Change) -> None:
        """Change the title.

        Args:
            body: One change to a title, or several.
        """
        return self._send(_CHANGE_TITLE, body=body)

    def set_prices(self, *, body: Mapping[str, float]) -> None:
        """Set the prices."""
        return self._send(_SET_PRICES, body=body)

    def add_prices(self, *, body: Sequence[params.AddPricesRequestItem]) -> None:
        """Add prices."""
        return self._send(_ADD_PRICES, body=body)

    def set_maybe(self, *, body: params.Title | None) -> None:
        """Set what may be null."""
        return self._send(_SET_MAYBE, body=body)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def add_titles(self, *, body: Sequence[str]) -> None:
        """Add titles. See `Shop.add_titles`."""
        return await self._send(_ADD_TITLES, body=body)

    async def set_title(self, *, body: str | None | Omit = OMIT) -> None:
        """Set the title."""
        return await self._send(_SET_TITLE, body=body)

    async def change_title(self, *, body: params.Change) -> None:
        """Change the title. See `Shop.change_title`."""
        return await self._send(_CHANGE_TITLE, body=body)

    async def set_prices(self, *, body: Mapping[str, float]) -> None:
        """Set the prices."""
        return await self._send(_SET_PRICES, body=body)

    async def add_prices(self, *, body: Sequence[params.AddPricesRequestItem]) -> None:
        """Add prices."""
        return await self._send(_ADD_PRICES, body=body)

    async def set_maybe(self, *, body: params.Title | None) -> None:
        """Set what may be null."""
        return await self._send(_SET_MAYBE, body=body)
