"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

_GET_RANGE: Operation[models.Order] = Operation(
    "getRange",
    "GET",
    "/ranges",
    returns=lambda: models.Order,
    errors={"4XX": lambda: models.Refusal, "default": lambda: models.GetRangeError},
)
_GET_DEFAULT: Operation[models.Order] = Operation(
    "getDefault",
    "GET",
    "/default",
    returns=lambda: models.Order,
    errors={"default": lambda: models.Order},
)
_GET_NONE: Operation[Any] = Operation(
    "getNone", "GET", "/none", returns=lambda: Any, accept="*/*"
)
_GET_REDIRECT: Operation[bytes | None] = Operation(
    "getRedirect",
    "GET",
    "/redirect",
    responses={"302": ("none", None), "2XX": ("bytes", None)},
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def get_range(self) -> models.Order:
        """Get what a range describes.

        Raises:
            APIStatusError: 4XX: The caller's mistake.
            NotFoundError: There is none.
        """
        return self._send(_GET_RANGE)

    def get_default(self) -> models.Order:
        """Get what only a default describes."""
        return self._send(_GET_DEFAULT)

    def get_none(self) -> Any:
        """Get what nothing describes.

        Raises:
            NotFoundError: There is none.
        """
        return self._send(_GET_NONE)

    def get_redirect(self) -> bytes | None:
        """Get where it is."""
        return self._send(_GET_REDIRECT)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def get_range(self) -> models.Order:
        """Get what a range describes. See `Shop.get_range`."""
        return await self._send(_GET_RANGE)

    async def get_default(self) -> models.Order:
        """Get what only a default describes."""
        return await self._send(_GET_DEFAULT)

    async def get_none(self) -> Any:
        """Get what nothing describes. See `Shop.get_none`."""
        return await self._send(_GET_NONE)

    async def get_redirect(self) -> bytes | None:
        """Get where it is."""
        return await self._send(_GET_REDIRECT)
