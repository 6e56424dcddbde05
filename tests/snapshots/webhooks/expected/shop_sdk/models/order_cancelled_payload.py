"""The model `OrderCancelledPayload`."""

from typing import Literal

from .._runtime.model import Model


class OrderCancelledPayload(Model):
    """Order cancelled payload."""

    type: Literal["order.cancelled"]

    reason: str
