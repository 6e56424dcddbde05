"""The model `AssistantDeleted`."""

from typing import Literal

from .._runtime.model import Model


class AssistantDeleted(Model):
    """Tells whether an assistant was deleted."""

    id: str
    """ID of the assistant."""

    object: Literal["assistant.deleted"]
    """Kind of object, always `assistant.deleted`."""

    deleted: bool
    """Whether the assistant is gone."""
