"""The model `SearchRequest`."""

from .._runtime.model import Model


class SearchRequest(Model):
    """Search request."""

    query: str

    cursor: str | None = None
