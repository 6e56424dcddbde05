"""The model `ModifyAssistantRequest`."""

from .._runtime.model import Model
from .assistant_tool import AssistantTool
from .metadata import Metadata


class ModifyAssistantRequest(Model):
    """The fields of an assistant to change. Fields left out stay as they are."""

    model: str | None = None
    """ID of the model that is to answer from now on."""

    name: str | None = None
    """New name of at most 256 characters; `None` removes the name."""

    description: str | None = None
    """New description of at most 512 characters; `None` removes the description."""

    instructions: str | None = None
    """New system prompt of at most 256,000 characters; `None` removes the prompt."""

    tools: list[AssistantTool] | None = None
    """Tools to have instead of the present ones, at most 128. An empty list removes
    all.
    """

    file_ids: list[str] | None = None
    """IDs of the files to have instead of the present ones, at most 20. An attached
    file missing from the list is detached.
    """

    metadata: Metadata | None = None
    """New notes on the assistant; `None` clears them."""
