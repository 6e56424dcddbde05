"""The model `MessageIncompleteDetails`."""

from .._runtime.model import Model
from .message_incomplete_reason import MessageIncompleteReason


class MessageIncompleteDetails(Model):
    """Details on a message that was broken off."""

    reason: MessageIncompleteReason | str
    """Why a message was broken off. The content filter stepped in, the tokens ran out,
    or its run was cancelled, expired or failed.
    """
