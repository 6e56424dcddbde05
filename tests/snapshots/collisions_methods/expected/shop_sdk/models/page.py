"""The model `Page_`."""

from .._runtime.model import Model


class Page_(Model):
    """Page."""

    data: list[str]

    next_cursor: str
