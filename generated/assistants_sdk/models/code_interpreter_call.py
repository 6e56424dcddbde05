"""The model `CodeInterpreterCall`."""

from .._runtime.model import Model
from .code_interpreter_output import CodeInterpreterOutput


class CodeInterpreterCall(Model):
    """Code which the code interpreter ran, with its outputs."""

    input: str
    """The code."""

    outputs: list[CodeInterpreterOutput]
    """What the code has put out, logs and images in their order."""
