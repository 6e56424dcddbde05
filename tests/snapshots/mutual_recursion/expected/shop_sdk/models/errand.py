"""The model `Errand`."""

from typing import Literal

from .._runtime.model import Model


class Errand(Model):
    """Errand."""

    type: Literal["errand"]

    to: str
