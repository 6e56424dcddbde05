"""The model `MessageContent`."""

from typing import Annotated, TypeAlias

from .._runtime.unions import Tagged, Unknown
from .image_file_content import ImageFileContent
from .text_content import TextContent

MessageContent: TypeAlias = Annotated[
    ImageFileContent | TextContent | Unknown,
    Tagged("type", {"image_file": ImageFileContent, "text": TextContent}),
]
"""A part of a message, told apart by its `type`."""
