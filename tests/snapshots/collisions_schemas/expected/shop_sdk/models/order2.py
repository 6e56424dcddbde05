"""The model `ORDER2`."""

from .._runtime.model import Model


class ORDER2(Model):
    """Order2."""

    code: str | None = None
