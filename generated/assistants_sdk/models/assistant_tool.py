"""The model `AssistantTool`."""

from typing import Annotated, TypeAlias

from .._runtime.unions import Tagged, Unknown
from .code_interpreter_tool import CodeInterpreterTool
from .function_tool import FunctionTool
from .retrieval_tool import RetrievalTool

AssistantTool: TypeAlias = Annotated[
    CodeInterpreterTool | RetrievalTool | FunctionTool | Unknown,
    Tagged(
        "type",
        {
            "code_interpreter": CodeInterpreterTool,
            "retrieval": RetrievalTool,
            "function": FunctionTool,
        },
    ),
]
"""A tool which the model may call, told apart by its `type`."""
