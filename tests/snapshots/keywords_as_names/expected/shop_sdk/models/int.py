"""The model `Int`."""

from .._runtime.model import Model


class Int(Model):
    """Int."""

    value: int | None = None
