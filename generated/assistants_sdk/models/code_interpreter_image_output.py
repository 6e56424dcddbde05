"""The model `CodeInterpreterImageOutput`."""

from typing import Literal

from .._runtime.model import Model
from .code_interpreter_image import CodeInterpreterImage


class CodeInterpreterImageOutput(Model):
    """An image which code has put out."""

    type: Literal["image"]
    """Kind of output, always `image`."""

    image: CodeInterpreterImage
    """The image."""
