"""The model `CodeInterpreterImageOutputDelta`."""

from typing import Literal

from .._runtime.model import Model
from .code_interpreter_image_delta import CodeInterpreterImageDelta


class CodeInterpreterImageOutputDelta(Model):
    """What is new about an image which code puts out."""

    index: int
    """Position of the output in its list, counted from 0."""

    type: Literal["image"]
    """Kind of output, always `image`."""

    image: CodeInterpreterImageDelta | None = None
    """The image."""
