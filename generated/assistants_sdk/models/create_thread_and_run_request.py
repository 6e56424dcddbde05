"""The model `CreateThreadAndRunRequest`."""

from .._runtime.model import Model
from .assistant_tool import AssistantTool
from .create_thread_request import CreateThreadRequest
from .metadata import Metadata
from .model_name import ModelName


class CreateThreadAndRunRequest(Model):
    """The thread to start, the assistant to run on it, and what to change for this run."""

    assistant_id: str
    """ID of the assistant to run."""

    thread: CreateThreadRequest | None = None
    """What the new thread starts with. An empty thread when left out."""

    model: ModelName | None = None
    """Model to use instead of the assistant's; `None` for the assistant's own."""

    instructions: str | None = None
    """System prompt to use instead of the assistant's; `None` for the assistant's own.
    """

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
