"""The model `TextDeltaContent`."""

from typing import Literal

from .._runtime.model import Model
from .message_text_delta import MessageTextDelta


class TextDeltaContent(Model):
    """An addition to a part of a message that is text."""

    index: int
    """Position of the part in the content of the message, counted from 0."""

    type: Literal["text"]
    """Kind of content, always `text`."""

    text: MessageTextDelta | None = None
    """What is new about the text."""
