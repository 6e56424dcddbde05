"""The model `State`."""

from .._runtime.model import Model


class State(Model):
    """State."""

    status: str
