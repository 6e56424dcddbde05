"""The model `MessageList`."""

from .._runtime.model import Model
from .message import Message


class MessageList(Model):
    """One page of messages."""

    object: str
    """Kind of object, always `list`."""

    data: list[Message]
    """The objects on this page, in the requested order."""

    first_id: str
    """ID of the first object on this page, the `before` of the previous page."""

    last_id: str
    """ID of the last object on this page, the `after` of the next page."""

    has_more: bool
    """Whether there are more objects behind this page."""
