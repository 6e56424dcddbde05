"""The model `ListOrdersResponse`."""

from .._runtime.model import Model


class ListOrdersResponse(Model):
    """Not what that call returns."""

    total: int | None = None
