"""The model `MessageCreation`."""

from .._runtime.model import Model


class MessageCreation(Model):
    """Points to the message which a step has written."""

    message_id: str
    """ID of the message."""
