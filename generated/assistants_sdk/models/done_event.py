"""The model `DoneEvent`."""

from typing import Literal

from .._runtime.model import Model


class DoneEvent(Model):
    """The stream is over. Nothing comes after it."""

    event: Literal["done"]
    """Kind of event, always `done`."""

    data: Literal["[DONE]"]
    """End mark, always `[DONE]`."""
