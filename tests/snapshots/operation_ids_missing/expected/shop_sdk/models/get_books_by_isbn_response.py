"""The model `GetBooksByIsbnResponse`."""

from .._runtime.model import Model


class GetBooksByIsbnResponse(Model):
    """Get books by isbn response."""

    title: str | None = None
