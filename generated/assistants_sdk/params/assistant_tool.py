"""What requests take for `AssistantTool`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from .._runtime.unions import Unknown
    from .code_interpreter_tool import CodeInterpreterTool
    from .function_tool import FunctionTool
    from .retrieval_tool import RetrievalTool


AssistantTool: TypeAlias = (
    "CodeInterpreterTool | RetrievalTool | FunctionTool | Unknown"
)
"""A tool which the model may call, told apart by its `type`."""
