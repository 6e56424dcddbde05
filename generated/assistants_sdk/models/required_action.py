"""The model `RequiredAction`."""

from typing import Literal

from .._runtime.model import Model
from .submit_tool_outputs import SubmitToolOutputs


class RequiredAction(Model):
    """What a run waits for."""

    type: Literal["submit_tool_outputs"]
    """Kind of action, always `submit_tool_outputs`."""

    submit_tool_outputs: SubmitToolOutputs
    """The function calls whose outputs the run needs."""
