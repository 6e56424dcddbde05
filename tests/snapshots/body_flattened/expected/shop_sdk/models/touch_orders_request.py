"""The model `TouchOrdersRequest`."""

from .._runtime.model import Model


class TouchOrdersRequest(Model):
    """Touch orders request."""
