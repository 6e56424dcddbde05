"""The model `Card`."""

from typing import Literal

from .._runtime.model import Model


class Card(Model):
    """Card."""

    status: Literal["done"]

    type: Literal["credit", "debit"] | str

    number: str
