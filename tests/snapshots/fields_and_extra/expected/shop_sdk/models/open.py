"""The model `Open`."""

from .._runtime.model import Model


class Open(Model):
    """Open."""

    title: str | None = None
