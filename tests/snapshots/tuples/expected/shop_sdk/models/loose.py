"""The model `Loose` and its parts."""

from typing import Any, TypeAlias

from .._runtime.model import Model


class LooseItem2(Model):
    """Loose item2."""

    year: int | None = None


Loose: TypeAlias = list[Any]
