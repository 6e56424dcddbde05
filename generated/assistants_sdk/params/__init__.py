"""What requests take: models, or dictionaries like them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .assistant_tool import AssistantTool as AssistantTool
    from .code_interpreter_tool import (
        CodeInterpreterTool as CodeInterpreterTool,
        CodeInterpreterToolDict as CodeInterpreterToolDict,
    )
    from .create_message_request import (
        CreateMessageRequest as CreateMessageRequest,
        CreateMessageRequestDict as CreateMessageRequestDict,
    )
    from .create_thread_request import (
        CreateThreadRequest as CreateThreadRequest,
        CreateThreadRequestDict as CreateThreadRequestDict,
    )
    from .function_definition import (
        FunctionDefinition as FunctionDefinition,
        FunctionDefinitionDict as FunctionDefinitionDict,
    )
    from .function_parameters import FunctionParameters as FunctionParameters
    from .function_tool import (
        FunctionTool as FunctionTool,
        FunctionToolDict as FunctionToolDict,
    )
    from .metadata import Metadata as Metadata
    from .model_name import ModelName as ModelName
    from .retrieval_tool import (
        RetrievalTool as RetrievalTool,
        RetrievalToolDict as RetrievalToolDict,
    )
    from .tool_output import ToolOutput as ToolOutput, ToolOutputDict as ToolOutputDict
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
assistant_tool: AssistantTool
code_interpreter_tool: CodeInterpreterTool CodeInterpreterToolDict
create_message_request: CreateMessageRequest CreateMessageRequestDict
create_thread_request: CreateThreadRequest CreateThreadRequestDict
function_definition: FunctionDefinition FunctionDefinitionDict
function_parameters: FunctionParameters
function_tool: FunctionTool FunctionToolDict
metadata: Metadata
model_name: ModelName
retrieval_tool: RetrievalTool RetrievalToolDict
tool_output: ToolOutput ToolOutputDict
""",
    )
