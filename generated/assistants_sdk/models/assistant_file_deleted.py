"""The model `AssistantFileDeleted`."""

from typing import Literal

from .._runtime.model import Model


class AssistantFileDeleted(Model):
    """Tells whether a file was detached from an assistant. The file itself still
    exists.
    """

    id: str
    """ID of the file."""

    object: Literal["assistant.file.deleted"]
    """Kind of object, always `assistant.file.deleted`."""

    deleted: bool
    """Whether the file is detached."""
