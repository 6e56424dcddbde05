"""The model `CodeInterpreterToolCallDelta`."""

from typing import Literal

from .._runtime.model import Model
from .code_interpreter_call_delta import CodeInterpreterCallDelta


class CodeInterpreterToolCallDelta(Model):
    """What is new about a call of the code interpreter."""

    index: int
    """Position of the call among those of the step, counted from 0."""

    id: str | None = None
    """ID of the call."""

    type: Literal["code_interpreter"]
    """Kind of tool, always `code_interpreter`."""

    code_interpreter: CodeInterpreterCallDelta | None = None
    """What is new about the code and its outputs."""
