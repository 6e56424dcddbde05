"""The model `PostBooksRequest`."""

from .._runtime.model import Model


class PostBooksRequest(Model):
    """Post books request."""

    title: str
