"""The model `MessageIncompleteDetails`."""

from .._runtime.model import Model
from .message_incomplete_reason import MessageIncompleteReason


class MessageIncompleteDetails(Model):
    """Details on a message that was broken off."""

    reason: MessageIncompleteReason | str
    """Why the message was broken off."""
