"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .annotation import Annotation as Annotation
    from .annotation_delta import AnnotationDelta as AnnotationDelta
    from .assistant import Assistant as Assistant
    from .assistant_deleted import AssistantDeleted as AssistantDeleted
    from .assistant_file import AssistantFile as AssistantFile
    from .assistant_file_deleted import AssistantFileDeleted as AssistantFileDeleted
    from .assistant_file_list import AssistantFileList as AssistantFileList
    from .assistant_list import AssistantList as AssistantList
    from .assistant_stream_event import AssistantStreamEvent as AssistantStreamEvent
    from .assistant_tool import AssistantTool as AssistantTool
    from .code_interpreter_call import CodeInterpreterCall as CodeInterpreterCall
    from .code_interpreter_call_delta import (
        CodeInterpreterCallDelta as CodeInterpreterCallDelta,
    )
    from .code_interpreter_image import CodeInterpreterImage as CodeInterpreterImage
    from .code_interpreter_image_delta import (
        CodeInterpreterImageDelta as CodeInterpreterImageDelta,
    )
    from .code_interpreter_image_output import (
        CodeInterpreterImageOutput as CodeInterpreterImageOutput,
    )
    from .code_interpreter_image_output_delta import (
        CodeInterpreterImageOutputDelta as CodeInterpreterImageOutputDelta,
    )
    from .code_interpreter_log_output import (
        CodeInterpreterLogOutput as CodeInterpreterLogOutput,
    )
    from .code_interpreter_log_output_delta import (
        CodeInterpreterLogOutputDelta as CodeInterpreterLogOutputDelta,
    )
    from .code_interpreter_output import CodeInterpreterOutput as CodeInterpreterOutput
    from .code_interpreter_output_delta import (
        CodeInterpreterOutputDelta as CodeInterpreterOutputDelta,
    )
    from .code_interpreter_tool import CodeInterpreterTool as CodeInterpreterTool
    from .code_interpreter_tool_call import (
        CodeInterpreterToolCall as CodeInterpreterToolCall,
    )
    from .code_interpreter_tool_call_delta import (
        CodeInterpreterToolCallDelta as CodeInterpreterToolCallDelta,
    )
    from .create_assistant_file_request import (
        CreateAssistantFileRequest as CreateAssistantFileRequest,
    )
    from .create_assistant_request import (
        CreateAssistantRequest as CreateAssistantRequest,
    )
    from .create_message_request import CreateMessageRequest as CreateMessageRequest
    from .create_run_request import CreateRunRequest as CreateRunRequest
    from .create_thread_and_run_request import (
        CreateThreadAndRunRequest as CreateThreadAndRunRequest,
    )
    from .create_thread_request import CreateThreadRequest as CreateThreadRequest
    from .done_event import DoneEvent as DoneEvent
    from .error import Error as Error
    from .error_event import ErrorEvent as ErrorEvent
    from .error_response import ErrorResponse as ErrorResponse
    from .file_citation import FileCitation as FileCitation
    from .file_citation_annotation import (
        FileCitationAnnotation as FileCitationAnnotation,
    )
    from .file_citation_annotation_delta import (
        FileCitationAnnotationDelta as FileCitationAnnotationDelta,
    )
    from .file_citation_delta import FileCitationDelta as FileCitationDelta
    from .file_path import FilePath as FilePath
    from .file_path_annotation import FilePathAnnotation as FilePathAnnotation
    from .file_path_annotation_delta import (
        FilePathAnnotationDelta as FilePathAnnotationDelta,
    )
    from .file_path_delta import FilePathDelta as FilePathDelta
    from .function_call import FunctionCall as FunctionCall
    from .function_call_delta import FunctionCallDelta as FunctionCallDelta
    from .function_definition import FunctionDefinition as FunctionDefinition
    from .function_parameters import FunctionParameters as FunctionParameters
    from .function_tool import FunctionTool as FunctionTool
    from .function_tool_call import FunctionToolCall as FunctionToolCall
    from .function_tool_call_delta import FunctionToolCallDelta as FunctionToolCallDelta
    from .image_file import ImageFile as ImageFile
    from .image_file_content import ImageFileContent as ImageFileContent
    from .image_file_delta import ImageFileDelta as ImageFileDelta
    from .image_file_delta_content import ImageFileDeltaContent as ImageFileDeltaContent
    from .known_model import KnownModel as KnownModel
    from .message import Message as Message
    from .message_content import MessageContent as MessageContent
    from .message_creation import MessageCreation as MessageCreation
    from .message_creation_delta import MessageCreationDelta as MessageCreationDelta
    from .message_creation_delta_details import (
        MessageCreationDeltaDetails as MessageCreationDeltaDetails,
    )
    from .message_creation_step_details import (
        MessageCreationStepDetails as MessageCreationStepDetails,
    )
    from .message_delta import MessageDelta as MessageDelta
    from .message_delta_changes import MessageDeltaChanges as MessageDeltaChanges
    from .message_delta_content import MessageDeltaContent as MessageDeltaContent
    from .message_file import MessageFile as MessageFile
    from .message_file_list import MessageFileList as MessageFileList
    from .message_incomplete_details import (
        MessageIncompleteDetails as MessageIncompleteDetails,
    )
    from .message_incomplete_reason import (
        MessageIncompleteReason as MessageIncompleteReason,
    )
    from .message_list import MessageList as MessageList
    from .message_role import MessageRole as MessageRole
    from .message_status import MessageStatus as MessageStatus
    from .message_text import MessageText as MessageText
    from .message_text_delta import MessageTextDelta as MessageTextDelta
    from .metadata import Metadata as Metadata
    from .model_name import ModelName as ModelName
    from .modify_assistant_request import (
        ModifyAssistantRequest as ModifyAssistantRequest,
    )
    from .modify_message_request import ModifyMessageRequest as ModifyMessageRequest
    from .modify_run_request import ModifyRunRequest as ModifyRunRequest
    from .modify_thread_request import ModifyThreadRequest as ModifyThreadRequest
    from .required_action import RequiredAction as RequiredAction
    from .required_function_call import RequiredFunctionCall as RequiredFunctionCall
    from .required_tool_call import RequiredToolCall as RequiredToolCall
    from .retrieval_tool import RetrievalTool as RetrievalTool
    from .retrieval_tool_call import RetrievalToolCall as RetrievalToolCall
    from .retrieval_tool_call_delta import (
        RetrievalToolCallDelta as RetrievalToolCallDelta,
    )
    from .run import Run as Run
    from .run_error_code import RunErrorCode as RunErrorCode
    from .run_last_error import RunLastError as RunLastError
    from .run_list import RunList as RunList
    from .run_status import RunStatus as RunStatus
    from .run_step import RunStep as RunStep
    from .run_step_delta import RunStepDelta as RunStepDelta
    from .run_step_delta_changes import RunStepDeltaChanges as RunStepDeltaChanges
    from .run_step_delta_details import RunStepDeltaDetails as RunStepDeltaDetails
    from .run_step_details import RunStepDetails as RunStepDetails
    from .run_step_error_code import RunStepErrorCode as RunStepErrorCode
    from .run_step_last_error import RunStepLastError as RunStepLastError
    from .run_step_list import RunStepList as RunStepList
    from .run_step_status import RunStepStatus as RunStepStatus
    from .run_step_type import RunStepType as RunStepType
    from .sort_order import SortOrder as SortOrder
    from .submit_tool_outputs import SubmitToolOutputs as SubmitToolOutputs
    from .submit_tool_outputs_request import (
        SubmitToolOutputsRequest as SubmitToolOutputsRequest,
    )
    from .text_content import TextContent as TextContent
    from .text_delta_content import TextDeltaContent as TextDeltaContent
    from .thread import Thread as Thread
    from .thread_created import ThreadCreated as ThreadCreated
    from .thread_deleted import ThreadDeleted as ThreadDeleted
    from .thread_message_completed import (
        ThreadMessageCompleted as ThreadMessageCompleted,
    )
    from .thread_message_created import ThreadMessageCreated as ThreadMessageCreated
    from .thread_message_delta import ThreadMessageDelta as ThreadMessageDelta
    from .thread_message_in_progress import (
        ThreadMessageInProgress as ThreadMessageInProgress,
    )
    from .thread_message_incomplete import (
        ThreadMessageIncomplete as ThreadMessageIncomplete,
    )
    from .thread_run_cancelled import ThreadRunCancelled as ThreadRunCancelled
    from .thread_run_cancelling import ThreadRunCancelling as ThreadRunCancelling
    from .thread_run_completed import ThreadRunCompleted as ThreadRunCompleted
    from .thread_run_created import ThreadRunCreated as ThreadRunCreated
    from .thread_run_expired import ThreadRunExpired as ThreadRunExpired
    from .thread_run_failed import ThreadRunFailed as ThreadRunFailed
    from .thread_run_in_progress import ThreadRunInProgress as ThreadRunInProgress
    from .thread_run_queued import ThreadRunQueued as ThreadRunQueued
    from .thread_run_requires_action import (
        ThreadRunRequiresAction as ThreadRunRequiresAction,
    )
    from .thread_run_step_cancelled import (
        ThreadRunStepCancelled as ThreadRunStepCancelled,
    )
    from .thread_run_step_completed import (
        ThreadRunStepCompleted as ThreadRunStepCompleted,
    )
    from .thread_run_step_created import ThreadRunStepCreated as ThreadRunStepCreated
    from .thread_run_step_delta import ThreadRunStepDelta as ThreadRunStepDelta
    from .thread_run_step_expired import ThreadRunStepExpired as ThreadRunStepExpired
    from .thread_run_step_failed import ThreadRunStepFailed as ThreadRunStepFailed
    from .thread_run_step_in_progress import (
        ThreadRunStepInProgress as ThreadRunStepInProgress,
    )
    from .tool_call import ToolCall as ToolCall
    from .tool_call_delta import ToolCallDelta as ToolCallDelta
    from .tool_calls_delta_details import ToolCallsDeltaDetails as ToolCallsDeltaDetails
    from .tool_calls_step_details import ToolCallsStepDetails as ToolCallsStepDetails
    from .tool_output import ToolOutput as ToolOutput
    from .usage import Usage as Usage
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
annotation: Annotation
annotation_delta: AnnotationDelta
assistant: Assistant
assistant_deleted: AssistantDeleted
assistant_file: AssistantFile
assistant_file_deleted: AssistantFileDeleted
assistant_file_list: AssistantFileList
assistant_list: AssistantList
assistant_stream_event: AssistantStreamEvent
assistant_tool: AssistantTool
code_interpreter_call: CodeInterpreterCall
code_interpreter_call_delta: CodeInterpreterCallDelta
code_interpreter_image: CodeInterpreterImage
code_interpreter_image_delta: CodeInterpreterImageDelta
code_interpreter_image_output: CodeInterpreterImageOutput
code_interpreter_image_output_delta: CodeInterpreterImageOutputDelta
code_interpreter_log_output: CodeInterpreterLogOutput
code_interpreter_log_output_delta: CodeInterpreterLogOutputDelta
code_interpreter_output: CodeInterpreterOutput
code_interpreter_output_delta: CodeInterpreterOutputDelta
code_interpreter_tool: CodeInterpreterTool
code_interpreter_tool_call: CodeInterpreterToolCall
code_interpreter_tool_call_delta: CodeInterpreterToolCallDelta
create_assistant_file_request: CreateAssistantFileRequest
create_assistant_request: CreateAssistantRequest
create_message_request: CreateMessageRequest
create_run_request: CreateRunRequest
create_thread_and_run_request: CreateThreadAndRunRequest
create_thread_request: CreateThreadRequest
done_event: DoneEvent
error: Error
error_event: ErrorEvent
error_response: ErrorResponse
file_citation: FileCitation
file_citation_annotation: FileCitationAnnotation
file_citation_annotation_delta: FileCitationAnnotationDelta
file_citation_delta: FileCitationDelta
file_path: FilePath
file_path_annotation: FilePathAnnotation
file_path_annotation_delta: FilePathAnnotationDelta
file_path_delta: FilePathDelta
function_call: FunctionCall
function_call_delta: FunctionCallDelta
function_definition: FunctionDefinition
function_parameters: FunctionParameters
function_tool: FunctionTool
function_tool_call: FunctionToolCall
function_tool_call_delta: FunctionToolCallDelta
image_file: ImageFile
image_file_content: ImageFileContent
image_file_delta: ImageFileDelta
image_file_delta_content: ImageFileDeltaContent
known_model: KnownModel
message: Message
message_content: MessageContent
message_creation: MessageCreation
message_creation_delta: MessageCreationDelta
message_creation_delta_details: MessageCreationDeltaDetails
message_creation_step_details: MessageCreationStepDetails
message_delta: MessageDelta
message_delta_changes: MessageDeltaChanges
message_delta_content: MessageDeltaContent
message_file: MessageFile
message_file_list: MessageFileList
message_incomplete_details: MessageIncompleteDetails
message_incomplete_reason: MessageIncompleteReason
message_list: MessageList
message_role: MessageRole
message_status: MessageStatus
message_text: MessageText
message_text_delta: MessageTextDelta
metadata: Metadata
model_name: ModelName
modify_assistant_request: ModifyAssistantRequest
modify_message_request: ModifyMessageRequest
modify_run_request: ModifyRunRequest
modify_thread_request: ModifyThreadRequest
required_action: RequiredAction
required_function_call: RequiredFunctionCall
required_tool_call: RequiredToolCall
retrieval_tool: RetrievalTool
retrieval_tool_call: RetrievalToolCall
retrieval_tool_call_delta: RetrievalToolCallDelta
run: Run
run_error_code: RunErrorCode
run_last_error: RunLastError
run_list: RunList
run_status: RunStatus
run_step: RunStep
run_step_delta: RunStepDelta
run_step_delta_changes: RunStepDeltaChanges
run_step_delta_details: RunStepDeltaDetails
run_step_details: RunStepDetails
run_step_error_code: RunStepErrorCode
run_step_last_error: RunStepLastError
run_step_list: RunStepList
run_step_status: RunStepStatus
run_step_type: RunStepType
sort_order: SortOrder
submit_tool_outputs: SubmitToolOutputs
submit_tool_outputs_request: SubmitToolOutputsRequest
text_content: TextContent
text_delta_content: TextDeltaContent
thread: Thread
thread_created: ThreadCreated
thread_deleted: ThreadDeleted
thread_message_completed: ThreadMessageCompleted
thread_message_created: ThreadMessageCreated
thread_message_delta: ThreadMessageDelta
thread_message_in_progress: ThreadMessageInProgress
thread_message_incomplete: ThreadMessageIncomplete
thread_run_cancelled: ThreadRunCancelled
thread_run_cancelling: ThreadRunCancelling
thread_run_completed: ThreadRunCompleted
thread_run_created: ThreadRunCreated
thread_run_expired: ThreadRunExpired
thread_run_failed: ThreadRunFailed
thread_run_in_progress: ThreadRunInProgress
thread_run_queued: ThreadRunQueued
thread_run_requires_action: ThreadRunRequiresAction
thread_run_step_cancelled: ThreadRunStepCancelled
thread_run_step_completed: ThreadRunStepCompleted
thread_run_step_created: ThreadRunStepCreated
thread_run_step_delta: ThreadRunStepDelta
thread_run_step_expired: ThreadRunStepExpired
thread_run_step_failed: ThreadRunStepFailed
thread_run_step_in_progress: ThreadRunStepInProgress
tool_call: ToolCall
tool_call_delta: ToolCallDelta
tool_calls_delta_details: ToolCallsDeltaDetails
tool_calls_step_details: ToolCallsStepDetails
tool_output: ToolOutput
usage: Usage
""",
    )
