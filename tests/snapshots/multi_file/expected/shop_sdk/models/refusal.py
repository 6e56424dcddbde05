"""The model `Refusal`."""

from .._runtime.model import Model


class Refusal(Model):
    """Refusal."""

    reason: str
