"""The model `CreateAssistantRequest`."""

from .._runtime.model import Model
from .assistant_tool import AssistantTool
from .metadata import Metadata
from .model_name import ModelName


class CreateAssistantRequest(Model):
    """What a new assistant is made of."""

    model: ModelName
    """ID of the model that answers."""

    name: str | None = None
    """Name for people to read, of at most 256 characters; `None` for none."""

    description: str | None = None
    """What the assistant is for, in at most 512 characters; `None` for none."""

    instructions: str | None = None
    """System prompt of at most 256,000 characters; `None` for none."""

    tools: list[AssistantTool] | None = None
    """Tools the model may call, at most 128. None when left out."""

    file_ids: list[str] | None = None
    """IDs of uploaded files to attach, at most 20. None when left out."""

    metadata: Metadata | None = None
    """Notes to store with the assistant; `None` for none."""
