"""The model `CodeInterpreterImageDelta`."""

from .._runtime.model import Model


class CodeInterpreterImageDelta(Model):
    """Points to an image which code has written."""

    file_id: str | None = None
    """ID of the file with the image."""
