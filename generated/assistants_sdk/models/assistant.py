"""The model `Assistant`."""

from typing import Literal

from .._runtime.model import Model
from .assistant_tool import AssistantTool
from .metadata import Metadata


class Assistant(Model):
    """A model with instructions, tools and files, ready to work on threads."""

    id: str
    """ID of the assistant."""

    object: Literal["assistant"]
    """Kind of object, always `assistant`."""

    created_at: int
    """When the assistant was created, in seconds since the Unix epoch."""

    name: str | None
    """Name for people to read, of at most 256 characters; `None` when it has none."""

    description: str | None
    """What the assistant is for, in at most 512 characters; `None` when nobody said."""

    model: str
    """ID of the model that answers."""

    instructions: str | None
    """System prompt of at most 256,000 characters; `None` when there is none."""

    tools: list[AssistantTool]
    """Tools the model may call, at most 128."""

    file_ids: list[str]
    """IDs of the attached files, at most 20, oldest attachment first."""

    metadata: Metadata | None
    """Notes stored with the assistant; `None` when there are none."""
