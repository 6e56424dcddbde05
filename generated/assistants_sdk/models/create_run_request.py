"""The model `CreateRunRequest`."""

from .._runtime.model import Model
from .assistant_tool import AssistantTool
from .create_message_request import CreateMessageRequest
from .metadata import Metadata
from .model_name import ModelName


class CreateRunRequest(Model):
    """Which assistant to run, and what to change about it for this run."""

    assistant_id: str
    """ID of the assistant to run."""

    model: ModelName | None = None
    """Model to use instead of the assistant's; `None` for the assistant's own."""

    instructions: str | None = None
    """System prompt to use instead of the assistant's; `None` for the assistant's own.
    """

    additional_instructions: str | None = None
    """Text to put behind the system prompt for this run; `None` for none."""

    additional_messages: list[CreateMessageRequest] | None = None
    """Messages to put on the thread before the run starts; `None` for none."""

    tools: list[AssistantTool] | None = None
    """Tools to use instead of the assistant's, at most 20; `None` for the assistant's
    own.
    """

    metadata: Metadata | None = None
    """Notes to store with the run; `None` for none."""

    temperature: float | None = None
    """Sampling temperature from 0 to 2. Higher values give more varied answers, lower
    ones more predictable answers; `None` for the default of 1.
    """

    stream: bool | None = None
    """Whether to answer with server-sent events as the run goes on, up to a last `done`
    event. A single run object when `False`, `None` or left out.
    """
