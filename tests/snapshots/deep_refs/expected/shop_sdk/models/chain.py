"""The model `Chain`."""

from .._runtime.model import Model


class Chain(Model):
    """What the chain leads to."""

    reason: str | None = None
