"""The model `Private`."""

from .._runtime.model import Model


class Private(Model):
    """Private."""

    ok: bool | None = None
