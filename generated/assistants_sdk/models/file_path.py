"""The model `FilePath`."""

from .._runtime.model import Model


class FilePath(Model):
    """Points to a file which the code interpreter has written."""

    file_id: str
    """ID of the file, by which its content can be downloaded."""
