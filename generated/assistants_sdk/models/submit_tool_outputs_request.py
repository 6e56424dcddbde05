"""The model `SubmitToolOutputsRequest`."""

from .._runtime.model import Model
from .tool_output import ToolOutput


class SubmitToolOutputsRequest(Model):
    """The outputs of all function calls which a run waits for."""

    tool_outputs: list[ToolOutput]
    """One output for each call."""

    stream: bool | None = None
    """Whether to answer with server-sent events as the run goes on, up to a last `done`
    event. A single run object when `False`, `None` or left out.
    """
