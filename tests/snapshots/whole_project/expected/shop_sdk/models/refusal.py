"""The model `Refusal`."""

from .._runtime.model import Model


class Refusal(Model):
    """Why something was refused."""

    reason: str
