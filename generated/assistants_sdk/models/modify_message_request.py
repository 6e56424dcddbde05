"""The model `ModifyMessageRequest`."""

from .._runtime.model import Model
from .metadata import Metadata


class ModifyMessageRequest(Model):
    """What to change about a message."""

    metadata: Metadata | None = None
    """New notes on the message; `None` clears them."""
