"""The model `AssistantFile`."""

from typing import Literal

from .._runtime.model import Model


class AssistantFile(Model):
    """A file attached to an assistant."""

    id: str
    """ID of the file."""

    object: Literal["assistant.file"]
    """Kind of object, always `assistant.file`."""

    created_at: int
    """When the file was attached, in seconds since the Unix epoch."""

    assistant_id: str
    """ID of the assistant which the file is attached to."""
