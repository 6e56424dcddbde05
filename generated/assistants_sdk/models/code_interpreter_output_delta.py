"""The model `CodeInterpreterOutputDelta`."""

from typing import Annotated, TypeAlias

from .._runtime.unions import Tagged, Unknown
from .code_interpreter_image_output_delta import CodeInterpreterImageOutputDelta
from .code_interpreter_log_output_delta import CodeInterpreterLogOutputDelta

CodeInterpreterOutputDelta: TypeAlias = Annotated[
    CodeInterpreterLogOutputDelta | CodeInterpreterImageOutputDelta | Unknown,
    Tagged(
        "type",
        {
            "logs": CodeInterpreterLogOutputDelta,
            "image": CodeInterpreterImageOutputDelta,
        },
    ),
]
"""An addition to an output of code, told apart by its `type`."""
