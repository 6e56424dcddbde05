"""The model `FileCitation`."""

from .._runtime.model import Model


class FileCitation(Model):
    """A passage quoted from a file."""

    file_id: str
    """ID of the file which is quoted."""

    quote: str
    """The quoted words of the file."""
