"""The model `Plain`."""

from .._runtime.model import Model


class Plain(Model):
    """What the chain leads to."""

    reason: str | None = None
