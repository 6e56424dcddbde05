"""The model `Filter`."""

from .._runtime.model import Model


class Filter(Model):
    """Filter."""

    author: str | None = None

    year: int | None = None
