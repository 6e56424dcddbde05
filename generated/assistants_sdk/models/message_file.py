"""The model `MessageFile`."""

from typing import Literal

from .._runtime.model import Model


class MessageFile(Model):
    """A file attached to a message."""

    id: str
    """ID of the file."""

    object: Literal["thread.message.file"]
    """Kind of object, always `thread.message.file`."""

    created_at: int
    """When the file was attached, in seconds since the Unix epoch."""

    message_id: str
    """ID of the message which the file is attached to."""
