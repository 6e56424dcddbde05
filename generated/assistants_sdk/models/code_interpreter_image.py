"""The model `CodeInterpreterImage`."""

from .._runtime.model import Model


class CodeInterpreterImage(Model):
    """Points to an image which code has written."""

    file_id: str
    """ID of the file with the image."""
