"""The model `Series`."""

from typing import Literal

from .._runtime.model import Model


class Series(Model):
    """Series."""

    type: Literal["series"]

    number: int | None = None
