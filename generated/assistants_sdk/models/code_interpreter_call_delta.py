"""The model `CodeInterpreterCallDelta`."""

from .._runtime.model import Model
from .code_interpreter_output_delta import CodeInterpreterOutputDelta


class CodeInterpreterCallDelta(Model):
    """What is new about code which the code interpreter runs."""

    input: str | None = None
    """Characters to append to the code."""

    outputs: list[CodeInterpreterOutputDelta] | None = None
    """Additions to the outputs, matched to them by their `index`."""
