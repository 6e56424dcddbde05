"""The model `Thread`."""

from typing import Literal

from .._runtime.model import Model
from .metadata import Metadata


class Thread(Model):
    """A conversation, which holds messages and on which assistants are run."""

    id: str
    """ID of the thread."""

    object: Literal["thread"]
    """Kind of object, always `thread`."""

    created_at: int
    """When the thread was created, in seconds since the Unix epoch."""

    metadata: Metadata | None
    """Notes stored with the thread; `None` when there are none."""
