"""The model `Link`."""

from .._runtime.model import Model


class Link(Model):
    """What the chain leads to."""

    reason: str | None = None
