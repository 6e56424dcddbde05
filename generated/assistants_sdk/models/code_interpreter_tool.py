"""The model `CodeInterpreterTool`."""

from typing import Literal

from .._runtime.model import Model


class CodeInterpreterTool(Model):
    """Lets the model write Python code and run it in a sandbox."""

    type: Literal["code_interpreter"]
    """Kind of tool, always `code_interpreter`."""
