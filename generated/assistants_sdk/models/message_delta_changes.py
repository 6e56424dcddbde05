"""The model `MessageDeltaChanges`."""

from .._runtime.model import Model
from .message_delta_content import MessageDeltaContent
from .message_role import MessageRole


class MessageDeltaChanges(Model):
    """The fields of a message that have changed. Fields left out have not."""

    role: MessageRole | str | None = None
    """Who writes the message."""

    content: list[MessageDeltaContent] | None = None
    """Additions to the parts of the message, matched to them by their `index`."""

    file_ids: list[str] | None = None
    """IDs of the files attached to the message for the tools to use, at most 10."""
