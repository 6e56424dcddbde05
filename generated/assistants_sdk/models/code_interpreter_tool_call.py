"""The model `CodeInterpreterToolCall`."""

from typing import Literal

from .._runtime.model import Model
from .code_interpreter_call import CodeInterpreterCall


class CodeInterpreterToolCall(Model):
    """A call of the code interpreter."""

    id: str
    """ID of the call."""

    type: Literal["code_interpreter"]
    """Kind of tool, always `code_interpreter`."""

    code_interpreter: CodeInterpreterCall
    """What was run, and what came of it."""
