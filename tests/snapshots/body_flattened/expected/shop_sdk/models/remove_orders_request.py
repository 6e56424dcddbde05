"""The model `RemoveOrdersRequest`."""

from .._runtime.model import Model


class RemoveOrdersRequest(Model):
    """Remove orders request."""

    reason: str | None = None
