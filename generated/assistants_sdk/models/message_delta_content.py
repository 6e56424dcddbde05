"""The model `MessageDeltaContent`."""

from typing import Annotated, TypeAlias

from .._runtime.unions import Tagged, Unknown
from .image_file_delta_content import ImageFileDeltaContent
from .text_delta_content import TextDeltaContent

MessageDeltaContent: TypeAlias = Annotated[
    ImageFileDeltaContent | TextDeltaContent | Unknown,
    Tagged("type", {"image_file": ImageFileDeltaContent, "text": TextDeltaContent}),
]
"""An addition to a part of a message, told apart by its `type`."""
