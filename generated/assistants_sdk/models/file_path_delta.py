"""The model `FilePathDelta`."""

from .._runtime.model import Model


class FilePathDelta(Model):
    """What is new about a written file."""

    file_id: str | None = None
    """ID of the file, by which its content can be downloaded."""
