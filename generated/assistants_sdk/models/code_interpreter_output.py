"""The model `CodeInterpreterOutput`."""

from typing import Annotated, TypeAlias

from .._runtime.unions import Tagged, Unknown
from .code_interpreter_image_output import CodeInterpreterImageOutput
from .code_interpreter_log_output import CodeInterpreterLogOutput

CodeInterpreterOutput: TypeAlias = Annotated[
    CodeInterpreterLogOutput | CodeInterpreterImageOutput | Unknown,
    Tagged(
        "type", {"logs": CodeInterpreterLogOutput, "image": CodeInterpreterImageOutput}
    ),
]
"""Something which code has put out, told apart by its `type`."""
