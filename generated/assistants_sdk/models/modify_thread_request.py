"""The model `ModifyThreadRequest`."""

from .._runtime.model import Model
from .metadata import Metadata


class ModifyThreadRequest(Model):
    """What to change about a thread."""

    metadata: Metadata | None = None
    """New notes on the thread; `None` clears them."""
