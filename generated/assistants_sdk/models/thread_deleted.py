"""The model `ThreadDeleted`."""

from typing import Literal

from .._runtime.model import Model


class ThreadDeleted(Model):
    """Tells whether a thread was deleted."""

    id: str
    """ID of the thread."""

    object: Literal["thread.deleted"]
    """Kind of object, always `thread.deleted`."""

    deleted: bool
    """Whether the thread is gone."""
