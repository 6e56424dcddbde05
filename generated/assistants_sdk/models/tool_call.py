"""The model `ToolCall`."""

from typing import Annotated, TypeAlias

from .._runtime.unions import Tagged, Unknown
from .code_interpreter_tool_call import CodeInterpreterToolCall
from .function_tool_call import FunctionToolCall
from .retrieval_tool_call import RetrievalToolCall

ToolCall: TypeAlias = Annotated[
    CodeInterpreterToolCall | RetrievalToolCall | FunctionToolCall | Unknown,
    Tagged(
        "type",
        {
            "code_interpreter": CodeInterpreterToolCall,
            "retrieval": RetrievalToolCall,
            "function": FunctionToolCall,
        },
    ),
]
"""A call of a tool, told apart by its `type`."""
