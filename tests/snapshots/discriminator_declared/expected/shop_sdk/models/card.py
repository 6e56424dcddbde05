"""The model `Card`."""

from typing import Literal

from .._runtime.model import Model


class Card(Model):
    """Card."""

    kind: Literal["Card"]

    number: str
