"""The model `SubmitToolOutputs`."""

from .._runtime.model import Model
from .required_tool_call import RequiredToolCall


class SubmitToolOutputs(Model):
    """The function calls whose outputs a run needs before it can go on."""

    tool_calls: list[RequiredToolCall]
    """The calls to make. All outputs are submitted in one request."""
