"""The model `Publisher`."""

from .._runtime.model import Model


class Publisher(Model):
    """Publisher."""

    name: str
