"""The model `SearchCriteria`."""

from .._runtime.model import Model


class SearchCriteria(Model):
    """Search criteria."""

    author: str | None = None

    year: int | None = None
