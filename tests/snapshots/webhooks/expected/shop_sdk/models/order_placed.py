"""The model `OrderPlaced`."""

from typing import Literal

from .._runtime.model import Model


class OrderPlaced(Model):
    """Order placed."""

    type: Literal["order.placed"]

    id: str
