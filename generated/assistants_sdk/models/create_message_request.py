"""The model `CreateMessageRequest`."""

from .._runtime.model import Model
from .message_role import MessageRole
from .metadata import Metadata


class CreateMessageRequest(Model):
    """What a new message consists of."""

    role: MessageRole | str
    """Who speaks. `user` fits nearly always; `assistant` puts words into the
    assistant's mouth, for instance to carry over an older conversation.
    """

    content: str
    """Text of the message, from 1 to 256,000 characters."""

    file_ids: list[str] | None = None
    """IDs of uploaded files for the tools to use, from 1 to 10. Leave it out for none.
    """

    metadata: Metadata | None = None
    """Notes to store with the message; `None` for none."""
