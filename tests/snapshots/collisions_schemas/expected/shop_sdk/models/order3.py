"""The model `ORDER3`."""

from .._runtime.model import Model


class ORDER3(Model):
    """Order3."""

    code: str | None = None
