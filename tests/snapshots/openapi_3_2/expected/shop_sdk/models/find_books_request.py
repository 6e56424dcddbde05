"""The model `FindBooksRequest`."""

from .._runtime.model import Model


class FindBooksRequest(Model):
    """Find books request."""

    title: str
