"""The model `ImageFileContent`."""

from typing import Literal

from .._runtime.model import Model
from .image_file import ImageFile


class ImageFileContent(Model):
    """A part of a message that is an image."""

    type: Literal["image_file"]
    """Kind of content, always `image_file`."""

    image_file: ImageFile
    """The image."""
