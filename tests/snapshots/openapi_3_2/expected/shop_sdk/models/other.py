"""The model `Other`."""

from .._runtime.model import Model


class Other(Model):
    """Other."""

    kind: str | None = None
