"""The model `ImageFileDelta`."""

from .._runtime.model import Model


class ImageFileDelta(Model):
    """What is new about an image."""

    file_id: str | None = None
    """ID of the file with the image."""
