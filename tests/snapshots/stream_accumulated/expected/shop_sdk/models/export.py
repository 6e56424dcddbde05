"""The model `Export`."""

from .._runtime.model import Model


class Export(Model):
    """Export."""

    id: str

    text: str | None = None
