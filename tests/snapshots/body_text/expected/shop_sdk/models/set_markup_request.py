"""The model `SetMarkupRequest`."""

from .._runtime.model import Model


class SetMarkupRequest(Model):
    """Set markup request."""

    text: str | None = None
