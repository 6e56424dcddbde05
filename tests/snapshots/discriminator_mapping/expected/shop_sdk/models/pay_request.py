"""The model `PayRequest`."""

from .._runtime.model import Model
from .payment import Payment


class PayRequest(Model):
    """Pay request."""

    payment: Payment
    """How a customer pays."""
