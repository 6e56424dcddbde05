"""The model `ImageFile`."""

from .._runtime.model import Model


class ImageFile(Model):
    """Points to an image among the uploaded and generated files."""

    file_id: str
    """ID of the file with the image."""
