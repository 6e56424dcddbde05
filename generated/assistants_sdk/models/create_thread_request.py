"""The model `CreateThreadRequest`."""

from .._runtime.model import Model
from .create_message_request import CreateMessageRequest
from .metadata import Metadata


class CreateThreadRequest(Model):
    """What a new thread starts with; an empty thread when nothing is given."""

    messages: list[CreateMessageRequest] | None = None
    """Messages to put on the thread, in the order of the conversation."""

    metadata: Metadata | None = None
    """Notes to store with the thread; `None` for none."""
