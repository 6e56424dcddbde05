"""The model `SearchFilter`."""

from .._runtime.model import Model


class SearchFilter(Model):
    """Search filter."""

    author: str

    years: list[int] | None = None
