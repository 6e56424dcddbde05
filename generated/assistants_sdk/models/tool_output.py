"""The model `ToolOutput`."""

from .._runtime.model import Model


class ToolOutput(Model):
    """The output of one function call."""

    tool_call_id: str | None = None
    """ID of the call, from the `required_action` of the run."""

    output: str | None = None
    """What the function returned, as text for the model to read."""
