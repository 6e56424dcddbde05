"""The model `AddBookFormDataRequest`."""

from .._runtime.model import Model


class AddBookFormDataRequest(Model):
    """Add book form data request."""

    file: str
