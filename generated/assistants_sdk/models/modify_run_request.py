"""The model `ModifyRunRequest`."""

from .._runtime.model import Model
from .metadata import Metadata


class ModifyRunRequest(Model):
    """What to change about a run."""

    metadata: Metadata | None = None
    """New notes on the run; `None` clears them."""
