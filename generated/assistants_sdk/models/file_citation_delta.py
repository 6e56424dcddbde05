"""The model `FileCitationDelta`."""

from .._runtime.model import Model


class FileCitationDelta(Model):
    """What is new about a quoted passage."""

    file_id: str | None = None
    """ID of the file which is quoted."""

    quote: str | None = None
    """The quoted words of the file."""
