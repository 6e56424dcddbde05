"""The model `ToolCallDelta`."""

from typing import Annotated, TypeAlias

from .._runtime.unions import Tagged, Unknown
from .code_interpreter_tool_call_delta import CodeInterpreterToolCallDelta
from .function_tool_call_delta import FunctionToolCallDelta
from .retrieval_tool_call_delta import RetrievalToolCallDelta

ToolCallDelta: TypeAlias = Annotated[
    CodeInterpreterToolCallDelta
    | RetrievalToolCallDelta
    | FunctionToolCallDelta
    | Unknown,
    Tagged(
        "type",
        {
            "code_interpreter": CodeInterpreterToolCallDelta,
            "retrieval": RetrievalToolCallDelta,
            "function": FunctionToolCallDelta,
        },
    ),
]
"""An addition to a tool call, told apart by its `type`."""
