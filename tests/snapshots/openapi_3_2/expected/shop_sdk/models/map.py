"""The model `Map`."""

from typing import Literal

from .._runtime.model import Model


class Map(Model):
    """Map."""

    kind: Literal["map"]

    scale: int | None = None
