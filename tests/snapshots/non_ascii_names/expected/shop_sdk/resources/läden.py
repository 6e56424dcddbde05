"""The operations of `läden`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._runtime.omit import Omit

_STRASSE_LESEN: Operation[models.Straße] = Operation(
    "straßeLesen", "GET", "/straßen/{straße}", returns=lambda: models.Straße
)
_OPERATION: Operation[None] = Operation("🎉", "GET", "/emoji")


class Läden(Resource):
    """The operations of `läden`."""

    def straße_lesen(
        self, straße: str, *, größe: int | Omit = OMIT, 言語: str | Omit = OMIT
    ) -> models.Straße:
        """Straße lesen."""
        return self._send(
            _STRASSE_LESEN, path=(straße,), query={"größe": größe, "言語": 言語}
        )

    def operation(self) -> None:
        """Feiern."""
        return self._send(_OPERATION)


class AsyncLäden(AsyncResource):
    """The same as `Läden`, to be awaited."""

    async def straße_lesen(
        self, straße: str, *, größe: int | Omit = OMIT, 言語: str | Omit = OMIT
    ) -> models.Straße:
        """Straße lesen."""
        return await self._send(
            _STRASSE_LESEN, path=(straße,), query={"größe": größe, "言語": 言語}
        )

    async def operation(self) -> None:
        """Feiern."""
        return await self._send(_OPERATION)
