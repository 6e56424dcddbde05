"""The model `Price`."""

from .._runtime.model import Model


class Price(Model):
    """Price."""

    amount: int
