"""The model `Special`."""

from .._runtime.model import Model


class Special(Model):
    """Special."""

    title: str | None = None

    pages: int | None = None

    reason: str | None = None
