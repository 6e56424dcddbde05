"""The model `ListAuthorsResponse` and its parts."""

from .._runtime.model import Model


class ListAuthorsResponseMeta(Model):
    """List authors response meta."""

    more: bool | None = None

    pages: int | None = None


class ListAuthorsResponse(Model):
    """List authors response."""

    authors: list[str]

    meta: ListAuthorsResponseMeta | None = None
