"""The model `TextContent`."""

from typing import Literal

from .._runtime.model import Model
from .message_text import MessageText


class TextContent(Model):
    """A part of a message that is text."""

    type: Literal["text"]
    """Kind of content, always `text`."""

    text: MessageText
    """The text with its annotations."""
