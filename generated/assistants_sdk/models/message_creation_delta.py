"""The model `MessageCreationDelta`."""

from .._runtime.model import Model


class MessageCreationDelta(Model):
    """Points to the message which a step writes."""

    message_id: str | None = None
    """ID of the message."""
