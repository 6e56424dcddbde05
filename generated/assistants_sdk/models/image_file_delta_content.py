"""The model `ImageFileDeltaContent`."""

from typing import Literal

from .._runtime.model import Model
from .image_file_delta import ImageFileDelta


class ImageFileDeltaContent(Model):
    """An addition to a part of a message that is an image."""

    index: int
    """Position of the part in the content of the message, counted from 0."""

    type: Literal["image_file"]
    """Kind of content, always `image_file`."""

    image_file: ImageFileDelta | None = None
    """What is new about the image."""
