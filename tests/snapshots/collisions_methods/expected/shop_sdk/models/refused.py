"""The model `Refused`."""

from .._runtime.model import Model


class Refused(Model):
    """Refused."""

    reason: str | None = None
