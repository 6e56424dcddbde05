"""Assistants with their files, threads with their messages, and runs with their steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation
from .._runtime.plans import Paging, Polling, Sse
from .._runtime.resource import AsyncResource, Resource
from ..streams import AsyncRunStream, RunStream

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from .. import params
    from .._runtime.omit import Omit
    from .._runtime.paging import AsyncPager, Page

_ERRORS = {
    status: lambda: models.ErrorResponse
    for status in ("400", "401", "403", "409", "429", "500", "503")
}
_ERRORS_2 = {**_ERRORS, "404": lambda: models.ErrorResponse}
_PAGING: Paging[Any, Any] = Paging(
    "cursor", items=("data",), parameter="after", next=("last_id",), more=("has_more",)
)
_LIST_ASSISTANTS: Operation[models.AssistantList] = Operation(
    "listAssistants",
    "GET",
    "/assistants",
    returns=lambda: models.AssistantList,
    errors=_ERRORS,
)
_CREATE_ASSISTANT: Operation[models.Assistant] = Operation(
    "createAssistant",
    "POST",
    "/assistants",
    returns=lambda: models.Assistant,
    body=Body("application/json"),
    errors=_ERRORS,
)
_GET_ASSISTANT: Operation[models.Assistant] = Operation(
    "getAssistant",
    "GET",
    "/assistants/{assistant_id}",
    returns=lambda: models.Assistant,
    errors=_ERRORS_2,
)
_MODIFY_ASSISTANT: Operation[models.Assistant] = Operation(
    "modifyAssistant",
    "POST",
    "/assistants/{assistant_id}",
    returns=lambda: models.Assistant,
    body=Body("application/json"),
    errors=_ERRORS_2,
)
_DELETE_ASSISTANT: Operation[models.AssistantDeleted] = Operation(
    "deleteAssistant",
    "DELETE",
    "/assistants/{assistant_id}",
    returns=lambda: models.AssistantDeleted,
    errors=_ERRORS_2,
)
_LIST_ASSISTANT_FILES: Operation[models.AssistantFileList] = Operation(
    "listAssistantFiles",
    "GET",
    "/assistants/{assistant_id}/files",
    returns=lambda: models.AssistantFileList,
    errors=_ERRORS_2,
)
_CREATE_ASSISTANT_FILE: Operation[models.AssistantFile] = Operation(
    "createAssistantFile",
    "POST",
    "/assistants/{assistant_id}/files",
    returns=lambda: models.AssistantFile,
    body=Body("application/json"),
    errors=_ERRORS_2,
)
_GET_ASSISTANT_FILE: Operation[models.AssistantFile] = Operation(
    "getAssistantFile",
    "GET",
    "/assistants/{assistant_id}/files/{file_id}",
    returns=lambda: models.AssistantFile,
    errors=_ERRORS_2,
)
_DELETE_ASSISTANT_FILE: Operation[models.AssistantFileDeleted] = Operation(
    "deleteAssistantFile",
    "DELETE",
    "/assistants/{assistant_id}/files/{file_id}",
    returns=lambda: models.AssistantFileDeleted,
    errors=_ERRORS_2,
)
_CREATE_THREAD: Operation[models.Thread] = Operation(
    "createThread",
    "POST",
    "/threads",
    returns=lambda: models.Thread,
    body=Body("application/json", required=False),
    errors=_ERRORS,
)
_GET_THREAD: Operation[models.Thread] = Operation(
    "getThread",
    "GET",
    "/threads/{thread_id}",
    returns=lambda: models.Thread,
    errors=_ERRORS_2,
)
_MODIFY_THREAD: Operation[models.Thread] = Operation(
    "modifyThread",
    "POST",
    "/threads/{thread_id}",
    returns=lambda: models.Thread,
    body=Body("application/json"),
    errors=_ERRORS_2,
)
_DELETE_THREAD: Operation[models.ThreadDeleted] = Operation(
    "deleteThread",
    "DELETE",
    "/threads/{thread_id}",
    returns=lambda: models.ThreadDeleted,
    errors=_ERRORS_2,
)
_LIST_MESSAGES: Operation[models.MessageList] = Operation(
    "listMessages",
    "GET",
    "/threads/{thread_id}/messages",
    returns=lambda: models.MessageList,
    errors=_ERRORS_2,
)
_CREATE_MESSAGE: Operation[models.Message] = Operation(
    "createMessage",
    "POST",
    "/threads/{thread_id}/messages",
    returns=lambda: models.Message,
    body=Body("application/json"),
    errors=_ERRORS_2,
)
_GET_MESSAGE: Operation[models.Message] = Operation(
    "getMessage",
    "GET",
    "/threads/{thread_id}/messages/{message_id}",
    returns=lambda: models.Message,
    errors=_ERRORS_2,
)
_MODIFY_MESSAGE: Operation[models.Message] = Operation(
    "modifyMessage",
    "POST",
    "/threads/{thread_id}/messages/{message_id}",
    returns=lambda: models.Message,
    body=Body("application/json"),
    errors=_ERRORS_2,
)
_LIST_MESSAGE_FILES: Operation[models.MessageFileList] = Operation(
    "listMessageFiles",
    "GET",
    "/threads/{thread_id}/messages/{message_id}/files",
    returns=lambda: models.MessageFileList,
    errors=_ERRORS_2,
)
_GET_MESSAGE_FILE: Operation[models.MessageFile] = Operation(
    "getMessageFile",
    "GET",
    "/threads/{thread_id}/messages/{message_id}/files/{file_id}",
    returns=lambda: models.MessageFile,
    errors=_ERRORS_2,
)
_CREATE_THREAD_AND_RUN: Operation[models.Run] = Operation(
    "createThreadAndRun",
    "POST",
    "/threads/runs",
    returns=lambda: models.Run,
    body=Body("application/json"),
    errors=_ERRORS,
)
_CREATE_THREAD_AND_RUN_STREAM: Operation[models.AssistantStreamEvent] = Operation(
    "createThreadAndRun",
    "POST",
    "/threads/runs",
    returns=lambda: models.AssistantStreamEvent,
    stream=Sse(envelope=True, done="[DONE]"),
    body=Body("application/json"),
    errors=_ERRORS,
)
_LIST_RUNS: Operation[models.RunList] = Operation(
    "listRuns",
    "GET",
    "/threads/{thread_id}/runs",
    returns=lambda: models.RunList,
    errors=_ERRORS_2,
)
_CREATE_RUN: Operation[models.Run] = Operation(
    "createRun",
    "POST",
    "/threads/{thread_id}/runs",
    returns=lambda: models.Run,
    body=Body("application/json"),
    errors=_ERRORS_2,
)
_CREATE_RUN_STREAM: Operation[models.AssistantStreamEvent] = Operation(
    "createRun",
    "POST",
    "/threads/{thread_id}/runs",
    returns=lambda: models.AssistantStreamEvent,
    stream=Sse(envelope=True, done="[DONE]"),
    body=Body("application/json"),
    errors=_ERRORS_2,
)
_GET_RUN: Operation[models.Run] = Operation(
    "getRun",
    "GET",
    "/threads/{thread_id}/runs/{run_id}",
    returns=lambda: models.Run,
    errors=_ERRORS_2,
)
_MODIFY_RUN: Operation[models.Run] = Operation(
    "modifyRun",
    "POST",
    "/threads/{thread_id}/runs/{run_id}",
    returns=lambda: models.Run,
    body=Body("application/json"),
    errors=_ERRORS_2,
)
_SUBMIT_TOOL_OUTPUTS_TO_RUN: Operation[models.Run] = Operation(
    "submitToolOuputsToRun",
    "POST",
    "/threads/{thread_id}/runs/{run_id}/submit_tool_outputs",
    returns=lambda: models.Run,
    body=Body("application/json"),
    errors=_ERRORS_2,
)
_SUBMIT_TOOL_OUTPUTS_TO_RUN_STREAM: Operation[models.AssistantStreamEvent] = Operation(
    "submitToolOuputsToRun",
    "POST",
    "/threads/{thread_id}/runs/{run_id}/submit_tool_outputs",
    returns=lambda: models.AssistantStreamEvent,
    stream=Sse(envelope=True, done="[DONE]"),
    body=Body("application/json"),
    errors=_ERRORS_2,
)
_CANCEL_RUN: Operation[models.Run] = Operation(
    "cancelRun",
    "POST",
    "/threads/{thread_id}/runs/{run_id}/cancel",
    returns=lambda: models.Run,
    errors=_ERRORS_2,
)
_LIST_RUN_STEPS: Operation[models.RunStepList] = Operation(
    "listRunSteps",
    "GET",
    "/threads/{thread_id}/runs/{run_id}/steps",
    returns=lambda: models.RunStepList,
    errors=_ERRORS_2,
)
_GET_RUN_STEP: Operation[models.RunStep] = Operation(
    "getRunStep",
    "GET",
    "/threads/{thread_id}/runs/{run_id}/steps/{step_id}",
    returns=lambda: models.RunStep,
    errors=_ERRORS_2,
)
_POLLING = Polling(
    field=("status",),
    terminal=("requires_action", "completed", "failed", "cancelled", "expired"),
    interval=1.0,
    deadline=600.0,
    hint_header="openai-poll-after-ms",
)


class Assistants(Resource):
    """Assistants with their files, threads with their messages, and runs with their
    steps.
    """

    def list_assistants(
        self,
        *,
        limit: int | Omit = OMIT,
        order: models.SortOrder | Omit = OMIT,
        after: str | Omit = OMIT,
        before: str | Omit = OMIT,
    ) -> Page[models.Assistant, models.AssistantList]:
        """List assistants.

        Returns one page of the organization's assistants, newest first unless `order`
        says otherwise.

        Args:
            limit: Most objects to return on one page, from 1 to 100. 20 when left out.
            order: Direction in which to sort by creation time. `desc`, newest first,
                when left out.
            after: Cursor to the next page: the `last_id` of the page before. The page
                starts behind the object with this ID.
            before: Cursor to the previous page: the `first_id` of the page after. The
                page ends ahead of the object with this ID.
        """
        return self._page(
            _LIST_ASSISTANTS,
            _PAGING,
            query={"limit": limit, "order": order, "after": after, "before": before},
        )

    def create_assistant(
        self,
        *,
        model: params.ModelName,
        name: str | None | Omit = OMIT,
        description: str | None | Omit = OMIT,
        instructions: str | None | Omit = OMIT,
        tools: Sequence[params.AssistantTool] | Omit = OMIT,
        file_ids: Sequence[str] | Omit = OMIT,
        metadata: params.Metadata | None | Omit = OMIT,
    ) -> models.Assistant:
        """Create an assistant.

        Stores a model together with the instructions, tools and files it is to work
        with. Only the model has to be given.

        Args:
            model: ID of the model that answers.
            name: Name for people to read, of at most 256 characters; `None` for none.
            description: What the assistant is for, in at most 512 characters; `None`
                for none.
            instructions: System prompt of at most 256,000 characters; `None` for none.
            tools: Tools the model may call, at most 128. None when left out.
            file_ids: IDs of uploaded files to attach, at most 20. None when left out.
            metadata: Notes to store with the assistant; `None` for none.
        """
        return self._send(
            _CREATE_ASSISTANT,
            body={
                "model": model,
                "name": name,
                "description": description,
                "instructions": instructions,
                "tools": tools,
                "file_ids": file_ids,
                "metadata": metadata,
            },
        )

    def get_assistant(self, assistant_id: str) -> models.Assistant:
        """Get an assistant.

        Looks up one assistant by its ID.

        Args:
            assistant_id: ID of the assistant.
        """
        return self._send(_GET_ASSISTANT, path=(assistant_id,))

    def modify_assistant(
        self,
        assistant_id: str,
        *,
        model: str | Omit = OMIT,
        name: str | None | Omit = OMIT,
        description: str | None | Omit = OMIT,
        instructions: str | None | Omit = OMIT,
        tools: Sequence[params.AssistantTool] | Omit = OMIT,
        file_ids: Sequence[str] | Omit = OMIT,
        metadata: params.Metadata | None | Omit = OMIT,
    ) -> models.Assistant:
        """Change an assistant.

        Changes the given fields of an assistant and keeps the others.

        Args:
            assistant_id: ID of the assistant.
            model: ID of the model that is to answer from now on.
            name: New name of at most 256 characters; `None` removes the name.
            description: New description of at most 512 characters; `None` removes the
                description.
            instructions: New system prompt of at most 256,000 characters; `None`
                removes the prompt.
            tools: Tools to have instead of the present ones, at most 128. An empty list
                removes all.
            file_ids: IDs of the files to have instead of the present ones, at most 20.
                An attached file missing from the list is detached.
            metadata: New notes on the assistant; `None` clears them.
        """
        return self._send(
            _MODIFY_ASSISTANT,
            path=(assistant_id,),
            body={
                "model": model,
                "name": name,
                "description": description,
                "instructions": instructions,
                "tools": tools,
                "file_ids": file_ids,
                "metadata": metadata,
            },
        )

    def delete_assistant(self, assistant_id: str) -> models.AssistantDeleted:
        """Delete an assistant.

        Removes an assistant for good.

        Args:
            assistant_id: ID of the assistant.
        """
        return self._send(_DELETE_ASSISTANT, path=(assistant_id,))

    def list_assistant_files(
        self,
        assistant_id: str,
        *,
        limit: int | Omit = OMIT,
        order: models.SortOrder | Omit = OMIT,
        after: str | Omit = OMIT,
        before: str | Omit = OMIT,
    ) -> Page[models.AssistantFile, models.AssistantFileList]:
        """List an assistant's files.

        Returns one page of the files attached to an assistant.

        Args:
            assistant_id: ID of the assistant.
            limit: Most objects to return on one page, from 1 to 100. 20 when left out.
            order: Direction in which to sort by creation time. `desc`, newest first,
                when left out.
            after: Cursor to the next page: the `last_id` of the page before. The page
                starts behind the object with this ID.
            before: Cursor to the previous page: the `first_id` of the page after. The
                page ends ahead of the object with this ID.
        """
        return self._page(
            _LIST_ASSISTANT_FILES,
            _PAGING,
            path=(assistant_id,),
            query={"limit": limit, "order": order, "after": after, "before": before},
        )

    def create_assistant_file(
        self, assistant_id: str, *, file_id: str
    ) -> models.AssistantFile:
        """Attach a file to an assistant.

        Makes an uploaded file available to the assistant's tools. An assistant holds at
        most 20 files.

        Args:
            assistant_id: ID of the assistant.
            file_id: ID of a file which was uploaded with the purpose `assistants`.
        """
        return self._send(
            _CREATE_ASSISTANT_FILE, path=(assistant_id,), body={"file_id": file_id}
        )

    def get_assistant_file(
        self, assistant_id: str, file_id: str
    ) -> models.AssistantFile:
        """Get an assistant's file.

        Looks up one file attachment of an assistant. The content is not part of the
        answer.

        Args:
            assistant_id: ID of the assistant.
            file_id: ID of the attached file.
        """
        return self._send(_GET_ASSISTANT_FILE, path=(assistant_id, file_id))

    def delete_assistant_file(
        self, assistant_id: str, file_id: str
    ) -> models.AssistantFileDeleted:
        """Detach a file from an assistant.

        Takes a file away from an assistant. The uploaded file itself is kept.

        Args:
            assistant_id: ID of the assistant.
            file_id: ID of the attached file.
        """
        return self._send(_DELETE_ASSISTANT_FILE, path=(assistant_id, file_id))

    def create_thread(
        self,
        *,
        messages: Sequence[params.CreateMessageRequest] | Omit = OMIT,
        metadata: params.Metadata | None | Omit = OMIT,
    ) -> models.Thread:
        """Create a thread.

        Starts a conversation, either empty or with the given messages already on it.

        Args:
            messages: Messages to put on the thread, in the order of the conversation.
            metadata: Notes to store with the thread; `None` for none.
        """
        return self._send(
            _CREATE_THREAD, body={"messages": messages, "metadata": metadata}
        )

    def get_thread(self, thread_id: str) -> models.Thread:
        """Get a thread.

        Looks up one thread by its ID. Its messages are listed separately.

        Args:
            thread_id: ID of the thread.
        """
        return self._send(_GET_THREAD, path=(thread_id,))

    def modify_thread(
        self, thread_id: str, *, metadata: params.Metadata | None | Omit = OMIT
    ) -> models.Thread:
        """Change a thread.

        Changes a thread's metadata; nothing else about a thread can be changed.

        Args:
            thread_id: ID of the thread.
            metadata: New notes on the thread; `None` clears them.
        """
        return self._send(
            _MODIFY_THREAD, path=(thread_id,), body={"metadata": metadata}
        )

    def delete_thread(self, thread_id: str) -> models.ThreadDeleted:
        """Delete a thread.

        Removes a thread for good.

        Args:
            thread_id: ID of the thread.
        """
        return self._send(_DELETE_THREAD, path=(thread_id,))

    def list_messages(
        self,
        thread_id: str,
        *,
        limit: int | Omit = OMIT,
        order: models.SortOrder | Omit = OMIT,
        after: str | Omit = OMIT,
        before: str | Omit = OMIT,
        run_id: str | Omit = OMIT,
    ) -> Page[models.Message, models.MessageList]:
        """List a thread's messages.

        Returns one page of the messages on a thread, optionally only those which one
        run produced.

        Args:
            thread_id: ID of the thread.
            limit: Most objects to return on one page, from 1 to 100. 20 when left out.
            order: Direction in which to sort by creation time. `desc`, newest first,
                when left out.
            after: Cursor to the next page: the `last_id` of the page before. The page
                starts behind the object with this ID.
            before: Cursor to the previous page: the `first_id` of the page after. The
                page ends ahead of the object with this ID.
            run_id: Only messages produced by this run. All messages when left out.
        """
        return self._page(
            _LIST_MESSAGES,
            _PAGING,
            path=(thread_id,),
            query={
                "limit": limit,
                "order": order,
                "after": after,
                "before": before,
                "run_id": run_id,
            },
        )

    def create_message(
        self,
        thread_id: str,
        *,
        role: models.MessageRole,
        content: str,
        file_ids: Sequence[str] | Omit = OMIT,
        metadata: params.Metadata | None | Omit = OMIT,
    ) -> models.Message:
        """Add a message to a thread.

        Puts a message at the end of a thread. No assistant answers until a run is
        created.

        Args:
            thread_id: ID of the thread.
            role: Who speaks. `user` fits nearly always; `assistant` puts words into the
                assistant's mouth, for instance to carry over an older conversation.
            content: Text of the message, from 1 to 256,000 characters.
            file_ids: IDs of uploaded files for the tools to use, from 1 to 10. Leave it
                out for none.
            metadata: Notes to store with the message; `None` for none.
        """
        return self._send(
            _CREATE_MESSAGE,
            path=(thread_id,),
            body={
                "role": role,
                "content": content,
                "file_ids": file_ids,
                "metadata": metadata,
            },
        )

    def get_message(self, thread_id: str, message_id: str) -> models.Message:
        """Get a message.

        Looks up one message of a thread with its content and annotations.

        Args:
            thread_id: ID of the thread.
            message_id: ID of the message, which is on the thread.
        """
        return self._send(_GET_MESSAGE, path=(thread_id, message_id))

    def modify_message(
        self,
        thread_id: str,
        message_id: str,
        *,
        metadata: params.Metadata | None | Omit = OMIT,
    ) -> models.Message:
        """Change a message.

        Changes a message's metadata; its content cannot be changed.

        Args:
            thread_id: ID of the thread.
            message_id: ID of the message, which is on the thread.
            metadata: New notes on the message; `None` clears them.
        """
        return self._send(
            _MODIFY_MESSAGE, path=(thread_id, message_id), body={"metadata": metadata}
        )

    def list_message_files(
        self,
        thread_id: str,
        message_id: str,
        *,
        limit: int | Omit = OMIT,
        order: models.SortOrder | Omit = OMIT,
        after: str | Omit = OMIT,
        before: str | Omit = OMIT,
    ) -> Page[models.MessageFile, models.MessageFileList]:
        """List a message's files.

        Returns one page of the files attached to a message.

        Args:
            thread_id: ID of the thread.
            message_id: ID of the message, which is on the thread.
            limit: Most objects to return on one page, from 1 to 100. 20 when left out.
            order: Direction in which to sort by creation time. `desc`, newest first,
                when left out.
            after: Cursor to the next page: the `last_id` of the page before. The page
                starts behind the object with this ID.
            before: Cursor to the previous page: the `first_id` of the page after. The
                page ends ahead of the object with this ID.
        """
        return self._page(
            _LIST_MESSAGE_FILES,
            _PAGING,
            path=(thread_id, message_id),
            query={"limit": limit, "order": order, "after": after, "before": before},
        )

    def get_message_file(
        self, thread_id: str, message_id: str, file_id: str
    ) -> models.MessageFile:
        """Get a message's file.

        Looks up one file attachment of a message. The content is not part of the
        answer.

        Args:
            thread_id: ID of the thread.
            message_id: ID of the message, which is on the thread.
            file_id: ID of the attached file.
        """
        return self._send(_GET_MESSAGE_FILE, path=(thread_id, message_id, file_id))

    def create_thread_and_run(
        self,
        *,
        assistant_id: str,
        thread: params.CreateThreadRequest | Omit = OMIT,
        model: params.ModelName | None | Omit = OMIT,
        instructions: str | None | Omit = OMIT,
        tools: Sequence[params.AssistantTool] | None | Omit = OMIT,
        metadata: params.Metadata | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
    ) -> models.Run:
        """Create a thread and run it.

        Starts a conversation and lets an assistant work on it in a single call. The
        answer comes at once, or as a stream of server-sent events.

        Args:
            assistant_id: ID of the assistant to run.
            thread: What the new thread starts with. An empty thread when left out.
            model: Model to use instead of the assistant's; `None` for the assistant's
                own.
            instructions: System prompt to use instead of the assistant's; `None` for
                the assistant's own.
            tools: Tools to use instead of the assistant's, at most 20; `None` for the
                assistant's own.
            metadata: Notes to store with the run; `None` for none.
            temperature: Sampling temperature from 0 to 2. Higher values give more
                varied answers, lower ones more predictable answers; `None` for the
                default of 1.
        """
        return self._send(
            _CREATE_THREAD_AND_RUN,
            body={
                "assistant_id": assistant_id,
                "thread": thread,
                "model": model,
                "instructions": instructions,
                "tools": tools,
                "metadata": metadata,
                "temperature": temperature,
            },
        )

    def create_thread_and_run_stream(
        self,
        *,
        assistant_id: str,
        thread: params.CreateThreadRequest | Omit = OMIT,
        model: params.ModelName | None | Omit = OMIT,
        instructions: str | None | Omit = OMIT,
        tools: Sequence[params.AssistantTool] | None | Omit = OMIT,
        metadata: params.Metadata | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
    ) -> RunStream:
        """Create a thread and run it. Streams the events.

        Use the result in `with`: its events arrive one by one as they happen. Takes
        what `create_thread_and_run` takes.
        """
        return self._stream(
            _CREATE_THREAD_AND_RUN_STREAM,
            RunStream,
            body={
                "assistant_id": assistant_id,
                "thread": thread,
                "model": model,
                "instructions": instructions,
                "tools": tools,
                "metadata": metadata,
                "temperature": temperature,
                "stream": True,
            },
        )

    def create_thread_and_run_and_poll(
        self,
        *,
        assistant_id: str,
        thread: params.CreateThreadRequest | Omit = OMIT,
        model: params.ModelName | None | Omit = OMIT,
        instructions: str | None | Omit = OMIT,
        tools: Sequence[params.AssistantTool] | None | Omit = OMIT,
        metadata: params.Metadata | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
    ) -> models.Run:
        """Create a thread and run it. Waits until it is settled.

        Returns when `status` is `requires_action`, `completed`, `failed`, `cancelled`
        or `expired`. Takes what `create_thread_and_run` takes.

        Raises:
            PollTimeoutError: It took longer than `poll_deadline`, 600 s by default.
        """
        started = self._start(
            _CREATE_THREAD_AND_RUN,
            body={
                "assistant_id": assistant_id,
                "thread": thread,
                "model": model,
                "instructions": instructions,
                "tools": tools,
                "metadata": metadata,
                "temperature": temperature,
            },
        )
        return self._poll(
            _GET_RUN, _POLLING, started, path=(started.thread_id, started.id)
        )

    def list_runs(
        self,
        thread_id: str,
        *,
        limit: int | Omit = OMIT,
        order: models.SortOrder | Omit = OMIT,
        after: str | Omit = OMIT,
        before: str | Omit = OMIT,
    ) -> Page[models.Run, models.RunList]:
        """List a thread's runs.

        Returns one page of the runs of a thread, newest first unless `order` says
        otherwise.

        Args:
            thread_id: ID of the thread.
            limit: Most objects to return on one page, from 1 to 100. 20 when left out.
            order: Direction in which to sort by creation time. `desc`, newest first,
                when left out.
            after: Cursor to the next page: the `last_id` of the page before. The page
                starts behind the object with this ID.
            before: Cursor to the previous page: the `first_id` of the page after. The
                page ends ahead of the object with this ID.
        """
        return self._page(
            _LIST_RUNS,
            _PAGING,
            path=(thread_id,),
            query={"limit": limit, "order": order, "after": after, "before": before},
        )

    def create_run(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        model: params.ModelName | None | Omit = OMIT,
        instructions: str | None | Omit = OMIT,
        additional_instructions: str | None | Omit = OMIT,
        additional_messages: Sequence[params.CreateMessageRequest] | None | Omit = OMIT,
        tools: Sequence[params.AssistantTool] | None | Omit = OMIT,
        metadata: params.Metadata | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
    ) -> models.Run:
        """Create a run.

        Lets an assistant work on a thread. The run is queued and goes on by itself; a
        stream of server-sent events can follow it until it ends.

        Args:
            thread_id: ID of the thread.
            assistant_id: ID of the assistant to run.
            model: Model to use instead of the assistant's; `None` for the assistant's
                own.
            instructions: System prompt to use instead of the assistant's; `None` for
                the assistant's own.
            additional_instructions: Text to put behind the system prompt for this run;
                `None` for none.
            additional_messages: Messages to put on the thread before the run starts;
                `None` for none.
            tools: Tools to use instead of the assistant's, at most 20; `None` for the
                assistant's own.
            metadata: Notes to store with the run; `None` for none.
            temperature: Sampling temperature from 0 to 2. Higher values give more
                varied answers, lower ones more predictable answers; `None` for the
                default of 1.
        """
        return self._send(
            _CREATE_RUN,
            path=(thread_id,),
            body={
                "assistant_id": assistant_id,
                "model": model,
                "instructions": instructions,
                "additional_instructions": additional_instructions,
                "additional_messages": additional_messages,
                "tools": tools,
                "metadata": metadata,
                "temperature": temperature,
            },
        )

    def create_run_stream(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        model: params.ModelName | None | Omit = OMIT,
        instructions: str | None | Omit = OMIT,
        additional_instructions: str | None | Omit = OMIT,
        additional_messages: Sequence[params.CreateMessageRequest] | None | Omit = OMIT,
        tools: Sequence[params.AssistantTool] | None | Omit = OMIT,
        metadata: params.Metadata | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
    ) -> RunStream:
        """Create a run. Streams the events.

        Use the result in `with`: its events arrive one by one as they happen. Takes
        what `create_run` takes.
        """
        return self._stream(
            _CREATE_RUN_STREAM,
            RunStream,
            path=(thread_id,),
            body={
                "assistant_id": assistant_id,
                "model": model,
                "instructions": instructions,
                "additional_instructions": additional_instructions,
                "additional_messages": additional_messages,
                "tools": tools,
                "metadata": metadata,
                "temperature": temperature,
                "stream": True,
            },
        )

    def create_run_and_poll(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        model: params.ModelName | None | Omit = OMIT,
        instructions: str | None | Omit = OMIT,
        additional_instructions: str | None | Omit = OMIT,
        additional_messages: Sequence[params.CreateMessageRequest] | None | Omit = OMIT,
        tools: Sequence[params.AssistantTool] | None | Omit = OMIT,
        metadata: params.Metadata | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
    ) -> models.Run:
        """Create a run. Waits until it is settled.

        Returns when `status` is `requires_action`, `completed`, `failed`, `cancelled`
        or `expired`. Takes what `create_run` takes.

        Raises:
            PollTimeoutError: It took longer than `poll_deadline`, 600 s by default.
        """
        started = self._start(
            _CREATE_RUN,
            path=(thread_id,),
            body={
                "assistant_id": assistant_id,
                "model": model,
                "instructions": instructions,
                "additional_instructions": additional_instructions,
                "additional_messages": additional_messages,
                "tools": tools,
                "metadata": metadata,
                "temperature": temperature,
            },
        )
        return self._poll(
            _GET_RUN, _POLLING, started, path=(started.thread_id, started.id)
        )

    def get_run(self, thread_id: str, run_id: str) -> models.Run:
        """Get a run.

        Looks up one run. Call it repeatedly to follow the status of a run that is not
        streamed.

        Args:
            thread_id: ID of the thread.
            run_id: ID of the run, which belongs to the thread.
        """
        return self._send(_GET_RUN, path=(thread_id, run_id))

    def modify_run(
        self,
        thread_id: str,
        run_id: str,
        *,
        metadata: params.Metadata | None | Omit = OMIT,
    ) -> models.Run:
        """Change a run.

        Changes a run's metadata; nothing else about a run can be changed.

        Args:
            thread_id: ID of the thread.
            run_id: ID of the run, which belongs to the thread.
            metadata: New notes on the run; `None` clears them.
        """
        return self._send(
            _MODIFY_RUN, path=(thread_id, run_id), body={"metadata": metadata}
        )

    def submit_tool_outputs_to_run(
        self, thread_id: str, run_id: str, *, tool_outputs: Sequence[params.ToolOutput]
    ) -> models.Run:
        """Submit tool outputs.

        Hands a waiting run the results of its function calls, so that it goes on. The
        run must have the status `requires_action`, and one request has to carry the
        results of all its calls.

        Args:
            thread_id: ID of the thread.
            run_id: ID of the run, which belongs to the thread.
            tool_outputs: One output for each call.
        """
        return self._send(
            _SUBMIT_TOOL_OUTPUTS_TO_RUN,
            path=(thread_id, run_id),
            body={"tool_outputs": tool_outputs},
        )

    def submit_tool_outputs_to_run_stream(
        self, thread_id: str, run_id: str, *, tool_outputs: Sequence[params.ToolOutput]
    ) -> RunStream:
        """Submit tool outputs. Streams the events.

        Use the result in `with`: its events arrive one by one as they happen. Takes
        what `submit_tool_outputs_to_run` takes.
        """
        return self._stream(
            _SUBMIT_TOOL_OUTPUTS_TO_RUN_STREAM,
            RunStream,
            path=(thread_id, run_id),
            body={"tool_outputs": tool_outputs, "stream": True},
        )

    def submit_tool_outputs_to_run_and_poll(
        self, thread_id: str, run_id: str, *, tool_outputs: Sequence[params.ToolOutput]
    ) -> models.Run:
        """Submit tool outputs. Waits until it is settled.

        Returns when `status` is `requires_action`, `completed`, `failed`, `cancelled`
        or `expired`. Takes what `submit_tool_outputs_to_run` takes.

        Raises:
            PollTimeoutError: It took longer than `poll_deadline`, 600 s by default.
        """
        started = self._start(
            _SUBMIT_TOOL_OUTPUTS_TO_RUN,
            path=(thread_id, run_id),
            body={"tool_outputs": tool_outputs},
        )
        return self._poll(
            _GET_RUN, _POLLING, started, path=(started.thread_id, started.id)
        )

    def cancel_run(self, thread_id: str, run_id: str) -> models.Run:
        """Cancel a run.

        Asks a run in progress to stop. The run has the status `cancelling` until it has
        stopped.

        Args:
            thread_id: ID of the thread.
            run_id: ID of the run, which belongs to the thread.
        """
        return self._send(_CANCEL_RUN, path=(thread_id, run_id))

    def list_run_steps(
        self,
        thread_id: str,
        run_id: str,
        *,
        limit: int | Omit = OMIT,
        order: models.SortOrder | Omit = OMIT,
        after: str | Omit = OMIT,
        before: str | Omit = OMIT,
    ) -> Page[models.RunStep, models.RunStepList]:
        """List a run's steps.

        Returns one page of the steps which a run has taken so far.

        Args:
            thread_id: ID of the thread.
            run_id: ID of the run, which belongs to the thread.
            limit: Most objects to return on one page, from 1 to 100. 20 when left out.
            order: Direction in which to sort by creation time. `desc`, newest first,
                when left out.
            after: Cursor to the next page: the `last_id` of the page before. The page
                starts behind the object with this ID.
            before: Cursor to the previous page: the `first_id` of the page after. The
                page ends ahead of the object with this ID.
        """
        return self._page(
            _LIST_RUN_STEPS,
            _PAGING,
            path=(thread_id, run_id),
            query={"limit": limit, "order": order, "after": after, "before": before},
        )

    def get_run_step(self, thread_id: str, run_id: str, step_id: str) -> models.RunStep:
        """Get a run step.

        Looks up one step of a run, with the tool calls or the message it consists of.

        Args:
            thread_id: ID of the thread.
            run_id: ID of the run, which belongs to the thread.
            step_id: ID of the step, which belongs to the run.
        """
        return self._send(_GET_RUN_STEP, path=(thread_id, run_id, step_id))

    def poll_run(
        self,
        thread_id: str,
        run_id: str,
        *,
        interval: float | None = None,
        deadline: float | None = None,
        on_progress: Callable[[models.Run], object] | None = None,
    ) -> models.Run:
        """Call `get_run` until `status` is `requires_action`, `completed`, `failed`,
        `cancelled` or `expired`.

        Args:
            interval: Seconds between two reads, 1 when left out.
            deadline: Seconds after which to give up, 600 when left out.
            on_progress: Called with what each read gave.

        Raises:
            PollTimeoutError: The deadline has passed.
        """
        return self._poll(
            _GET_RUN,
            _POLLING,
            None,
            path=(thread_id, run_id),
            interval=interval,
            deadline=deadline,
            on_progress=on_progress,
        )


class AsyncAssistants(AsyncResource):
    """The same as `Assistants`, to be awaited."""

    def list_assistants(
        self,
        *,
        limit: int | Omit = OMIT,
        order: models.SortOrder | Omit = OMIT,
        after: str | Omit = OMIT,
        before: str | Omit = OMIT,
    ) -> AsyncPager[models.Assistant, models.AssistantList]:
        """List assistants. See `Assistants.list_assistants`."""
        return self._page(
            _LIST_ASSISTANTS,
            _PAGING,
            query={"limit": limit, "order": order, "after": after, "before": before},
        )

    async def create_assistant(
        self,
        *,
        model: params.ModelName,
        name: str | None | Omit = OMIT,
        description: str | None | Omit = OMIT,
        instructions: str | None | Omit = OMIT,
        tools: Sequence[params.AssistantTool] | Omit = OMIT,
        file_ids: Sequence[str] | Omit = OMIT,
        metadata: params.Metadata | None | Omit = OMIT,
    ) -> models.Assistant:
        """Create an assistant. See `Assistants.create_assistant`."""
        return await self._send(
            _CREATE_ASSISTANT,
            body={
                "model": model,
                "name": name,
                "description": description,
                "instructions": instructions,
                "tools": tools,
                "file_ids": file_ids,
                "metadata": metadata,
            },
        )

    async def get_assistant(self, assistant_id: str) -> models.Assistant:
        """Get an assistant. See `Assistants.get_assistant`."""
        return await self._send(_GET_ASSISTANT, path=(assistant_id,))

    async def modify_assistant(
        self,
        assistant_id: str,
        *,
        model: str | Omit = OMIT,
        name: str | None | Omit = OMIT,
        description: str | None | Omit = OMIT,
        instructions: str | None | Omit = OMIT,
        tools: Sequence[params.AssistantTool] | Omit = OMIT,
        file_ids: Sequence[str] | Omit = OMIT,
        metadata: params.Metadata | None | Omit = OMIT,
    ) -> models.Assistant:
        """Change an assistant. See `Assistants.modify_assistant`."""
        return await self._send(
            _MODIFY_ASSISTANT,
            path=(assistant_id,),
            body={
                "model": model,
                "name": name,
                "description": description,
                "instructions": instructions,
                "tools": tools,
                "file_ids": file_ids,
                "metadata": metadata,
            },
        )

    async def delete_assistant(self, assistant_id: str) -> models.AssistantDeleted:
        """Delete an assistant. See `Assistants.delete_assistant`."""
        return await self._send(_DELETE_ASSISTANT, path=(assistant_id,))

    def list_assistant_files(
        self,
        assistant_id: str,
        *,
        limit: int | Omit = OMIT,
        order: models.SortOrder | Omit = OMIT,
        after: str | Omit = OMIT,
        before: str | Omit = OMIT,
    ) -> AsyncPager[models.AssistantFile, models.AssistantFileList]:
        """List an assistant's files. See `Assistants.list_assistant_files`."""
        return self._page(
            _LIST_ASSISTANT_FILES,
            _PAGING,
            path=(assistant_id,),
            query={"limit": limit, "order": order, "after": after, "before": before},
        )

    async def create_assistant_file(
        self, assistant_id: str, *, file_id: str
    ) -> models.AssistantFile:
        """Attach a file to an assistant. See `Assistants.create_assistant_file`."""
        return await self._send(
            _CREATE_ASSISTANT_FILE, path=(assistant_id,), body={"file_id": file_id}
        )

    async def get_assistant_file(
        self, assistant_id: str, file_id: str
    ) -> models.AssistantFile:
        """Get an assistant's file. See `Assistants.get_assistant_file`."""
        return await self._send(_GET_ASSISTANT_FILE, path=(assistant_id, file_id))

    async def delete_assistant_file(
        self, assistant_id: str, file_id: str
    ) -> models.AssistantFileDeleted:
        """Detach a file from an assistant. See `Assistants.delete_assistant_file`."""
        return await self._send(_DELETE_ASSISTANT_FILE, path=(assistant_id, file_id))

    async def create_thread(
        self,
        *,
        messages: Sequence[params.CreateMessageRequest] | Omit = OMIT,
        metadata: params.Metadata | None | Omit = OMIT,
    ) -> models.Thread:
        """Create a thread. See `Assistants.create_thread`."""
        return await self._send(
            _CREATE_THREAD, body={"messages": messages, "metadata": metadata}
        )

    async def get_thread(self, thread_id: str) -> models.Thread:
        """Get a thread. See `Assistants.get_thread`."""
        return await self._send(_GET_THREAD, path=(thread_id,))

    async def modify_thread(
        self, thread_id: str, *, metadata: params.Metadata | None | Omit = OMIT
    ) -> models.Thread:
        """Change a thread. See `Assistants.modify_thread`."""
        return await self._send(
            _MODIFY_THREAD, path=(thread_id,), body={"metadata": metadata}
        )

    async def delete_thread(self, thread_id: str) -> models.ThreadDeleted:
        """Delete a thread. See `Assistants.delete_thread`."""
        return await self._send(_DELETE_THREAD, path=(thread_id,))

    def list_messages(
        self,
        thread_id: str,
        *,
        limit: int | Omit = OMIT,
        order: models.SortOrder | Omit = OMIT,
        after: str | Omit = OMIT,
        before: str | Omit = OMIT,
        run_id: str | Omit = OMIT,
    ) -> AsyncPager[models.Message, models.MessageList]:
        """List a thread's messages. See `Assistants.list_messages`."""
        return self._page(
            _LIST_MESSAGES,
            _PAGING,
            path=(thread_id,),
            query={
                "limit": limit,
                "order": order,
                "after": after,
                "before": before,
                "run_id": run_id,
            },
        )

    async def create_message(
        self,
        thread_id: str,
        *,
        role: models.MessageRole,
        content: str,
        file_ids: Sequence[str] | Omit = OMIT,
        metadata: params.Metadata | None | Omit = OMIT,
    ) -> models.Message:
        """Add a message to a thread. See `Assistants.create_message`."""
        return await self._send(
            _CREATE_MESSAGE,
            path=(thread_id,),
            body={
                "role": role,
                "content": content,
                "file_ids": file_ids,
                "metadata": metadata,
            },
        )

    async def get_message(self, thread_id: str, message_id: str) -> models.Message:
        """Get a message. See `Assistants.get_message`."""
        return await self._send(_GET_MESSAGE, path=(thread_id, message_id))

    async def modify_message(
        self,
        thread_id: str,
        message_id: str,
        *,
        metadata: params.Metadata | None | Omit = OMIT,
    ) -> models.Message:
        """Change a message. See `Assistants.modify_message`."""
        return await self._send(
            _MODIFY_MESSAGE, path=(thread_id, message_id), body={"metadata": metadata}
        )

    def list_message_files(
        self,
        thread_id: str,
        message_id: str,
        *,
        limit: int | Omit = OMIT,
        order: models.SortOrder | Omit = OMIT,
        after: str | Omit = OMIT,
        before: str | Omit = OMIT,
    ) -> AsyncPager[models.MessageFile, models.MessageFileList]:
        """List a message's files. See `Assistants.list_message_files`."""
        return self._page(
            _LIST_MESSAGE_FILES,
            _PAGING,
            path=(thread_id, message_id),
            query={"limit": limit, "order": order, "after": after, "before": before},
        )

    async def get_message_file(
        self, thread_id: str, message_id: str, file_id: str
    ) -> models.MessageFile:
        """Get a message's file. See `Assistants.get_message_file`."""
        return await self._send(
            _GET_MESSAGE_FILE, path=(thread_id, message_id, file_id)
        )

    async def create_thread_and_run(
        self,
        *,
        assistant_id: str,
        thread: params.CreateThreadRequest | Omit = OMIT,
        model: params.ModelName | None | Omit = OMIT,
        instructions: str | None | Omit = OMIT,
        tools: Sequence[params.AssistantTool] | None | Omit = OMIT,
        metadata: params.Metadata | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
    ) -> models.Run:
        """Create a thread and run it. See `Assistants.create_thread_and_run`."""
        return await self._send(
            _CREATE_THREAD_AND_RUN,
            body={
                "assistant_id": assistant_id,
                "thread": thread,
                "model": model,
                "instructions": instructions,
                "tools": tools,
                "metadata": metadata,
                "temperature": temperature,
            },
        )

    def create_thread_and_run_stream(
        self,
        *,
        assistant_id: str,
        thread: params.CreateThreadRequest | Omit = OMIT,
        model: params.ModelName | None | Omit = OMIT,
        instructions: str | None | Omit = OMIT,
        tools: Sequence[params.AssistantTool] | None | Omit = OMIT,
        metadata: params.Metadata | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
    ) -> AsyncRunStream:
        """Create a thread and run it. Streams the events.

        Use the result in `async with`: its events arrive one by one as they happen.
        Takes what `create_thread_and_run` takes.
        """
        return self._stream(
            _CREATE_THREAD_AND_RUN_STREAM,
            AsyncRunStream,
            body={
                "assistant_id": assistant_id,
                "thread": thread,
                "model": model,
                "instructions": instructions,
                "tools": tools,
                "metadata": metadata,
                "temperature": temperature,
                "stream": True,
            },
        )

    async def create_thread_and_run_and_poll(
        self,
        *,
        assistant_id: str,
        thread: params.CreateThreadRequest | Omit = OMIT,
        model: params.ModelName | None | Omit = OMIT,
        instructions: str | None | Omit = OMIT,
        tools: Sequence[params.AssistantTool] | None | Omit = OMIT,
        metadata: params.Metadata | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
    ) -> models.Run:
        """Create a thread and run it. Waits until it is settled.

        Returns when `status` is `requires_action`, `completed`, `failed`, `cancelled`
        or `expired`. Takes what `create_thread_and_run` takes.

        Raises:
            PollTimeoutError: It took longer than `poll_deadline`, 600 s by default.
        """
        started = await self._start(
            _CREATE_THREAD_AND_RUN,
            body={
                "assistant_id": assistant_id,
                "thread": thread,
                "model": model,
                "instructions": instructions,
                "tools": tools,
                "metadata": metadata,
                "temperature": temperature,
            },
        )
        return await self._poll(
            _GET_RUN, _POLLING, started, path=(started.thread_id, started.id)
        )

    def list_runs(
        self,
        thread_id: str,
        *,
        limit: int | Omit = OMIT,
        order: models.SortOrder | Omit = OMIT,
        after: str | Omit = OMIT,
        before: str | Omit = OMIT,
    ) -> AsyncPager[models.Run, models.RunList]:
        """List a thread's runs. See `Assistants.list_runs`."""
        return self._page(
            _LIST_RUNS,
            _PAGING,
            path=(thread_id,),
            query={"limit": limit, "order": order, "after": after, "before": before},
        )

    async def create_run(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        model: params.ModelName | None | Omit = OMIT,
        instructions: str | None | Omit = OMIT,
        additional_instructions: str | None | Omit = OMIT,
        additional_messages: Sequence[params.CreateMessageRequest] | None | Omit = OMIT,
        tools: Sequence[params.AssistantTool] | None | Omit = OMIT,
        metadata: params.Metadata | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
    ) -> models.Run:
        """Create a run. See `Assistants.create_run`."""
        return await self._send(
            _CREATE_RUN,
            path=(thread_id,),
            body={
                "assistant_id": assistant_id,
                "model": model,
                "instructions": instructions,
                "additional_instructions": additional_instructions,
                "additional_messages": additional_messages,
                "tools": tools,
                "metadata": metadata,
                "temperature": temperature,
            },
        )

    def create_run_stream(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        model: params.ModelName | None | Omit = OMIT,
        instructions: str | None | Omit = OMIT,
        additional_instructions: str | None | Omit = OMIT,
        additional_messages: Sequence[params.CreateMessageRequest] | None | Omit = OMIT,
        tools: Sequence[params.AssistantTool] | None | Omit = OMIT,
        metadata: params.Metadata | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
    ) -> AsyncRunStream:
        """Create a run. Streams the events.

        Use the result in `async with`: its events arrive one by one as they happen.
        Takes what `create_run` takes.
        """
        return self._stream(
            _CREATE_RUN_STREAM,
            AsyncRunStream,
            path=(thread_id,),
            body={
                "assistant_id": assistant_id,
                "model": model,
                "instructions": instructions,
                "additional_instructions": additional_instructions,
                "additional_messages": additional_messages,
                "tools": tools,
                "metadata": metadata,
                "temperature": temperature,
                "stream": True,
            },
        )

    async def create_run_and_poll(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        model: params.ModelName | None | Omit = OMIT,
        instructions: str | None | Omit = OMIT,
        additional_instructions: str | None | Omit = OMIT,
        additional_messages: Sequence[params.CreateMessageRequest] | None | Omit = OMIT,
        tools: Sequence[params.AssistantTool] | None | Omit = OMIT,
        metadata: params.Metadata | None | Omit = OMIT,
        temperature: float | None | Omit = OMIT,
    ) -> models.Run:
        """Create a run. Waits until it is settled.

        Returns when `status` is `requires_action`, `completed`, `failed`, `cancelled`
        or `expired`. Takes what `create_run` takes.

        Raises:
            PollTimeoutError: It took longer than `poll_deadline`, 600 s by default.
        """
        started = await self._start(
            _CREATE_RUN,
            path=(thread_id,),
            body={
                "assistant_id": assistant_id,
                "model": model,
                "instructions": instructions,
                "additional_instructions": additional_instructions,
                "additional_messages": additional_messages,
                "tools": tools,
                "metadata": metadata,
                "temperature": temperature,
            },
        )
        return await self._poll(
            _GET_RUN, _POLLING, started, path=(started.thread_id, started.id)
        )

    async def get_run(self, thread_id: str, run_id: str) -> models.Run:
        """Get a run. See `Assistants.get_run`."""
        return await self._send(_GET_RUN, path=(thread_id, run_id))

    async def modify_run(
        self,
        thread_id: str,
        run_id: str,
        *,
        metadata: params.Metadata | None | Omit = OMIT,
    ) -> models.Run:
        """Change a run. See `Assistants.modify_run`."""
        return await self._send(
            _MODIFY_RUN, path=(thread_id, run_id), body={"metadata": metadata}
        )

    async def submit_tool_outputs_to_run(
        self, thread_id: str, run_id: str, *, tool_outputs: Sequence[params.ToolOutput]
    ) -> models.Run:
        """Submit tool outputs. See `Assistants.submit_tool_outputs_to_run`."""
        return await self._send(
            _SUBMIT_TOOL_OUTPUTS_TO_RUN,
            path=(thread_id, run_id),
            body={"tool_outputs": tool_outputs},
        )

    def submit_tool_outputs_to_run_stream(
        self, thread_id: str, run_id: str, *, tool_outputs: Sequence[params.ToolOutput]
    ) -> AsyncRunStream:
        """Submit tool outputs. Streams the events.

        Use the result in `async with`: its events arrive one by one as they happen.
        Takes what `submit_tool_outputs_to_run` takes.
        """
        return self._stream(
            _SUBMIT_TOOL_OUTPUTS_TO_RUN_STREAM,
            AsyncRunStream,
            path=(thread_id, run_id),
            body={"tool_outputs": tool_outputs, "stream": True},
        )

    async def submit_tool_outputs_to_run_and_poll(
        self, thread_id: str, run_id: str, *, tool_outputs: Sequence[params.ToolOutput]
    ) -> models.Run:
        """Submit tool outputs. Waits until it is settled.

        Returns when `status` is `requires_action`, `completed`, `failed`, `cancelled`
        or `expired`. Takes what `submit_tool_outputs_to_run` takes.

        Raises:
            PollTimeoutError: It took longer than `poll_deadline`, 600 s by default.
        """
        started = await self._start(
            _SUBMIT_TOOL_OUTPUTS_TO_RUN,
            path=(thread_id, run_id),
            body={"tool_outputs": tool_outputs},
        )
        return await self._poll(
            _GET_RUN, _POLLING, started, path=(started.thread_id, started.id)
        )

    async def cancel_run(self, thread_id: str, run_id: str) -> models.Run:
        """Cancel a run. See `Assistants.cancel_run`."""
        return await self._send(_CANCEL_RUN, path=(thread_id, run_id))

    def list_run_steps(
        self,
        thread_id: str,
        run_id: str,
        *,
        limit: int | Omit = OMIT,
        order: models.SortOrder | Omit = OMIT,
        after: str | Omit = OMIT,
        before: str | Omit = OMIT,
    ) -> AsyncPager[models.RunStep, models.RunStepList]:
        """List a run's steps. See `Assistants.list_run_steps`."""
        return self._page(
            _LIST_RUN_STEPS,
            _PAGING,
            path=(thread_id, run_id),
            query={"limit": limit, "order": order, "after": after, "before": before},
        )

    async def get_run_step(
        self, thread_id: str, run_id: str, step_id: str
    ) -> models.RunStep:
        """Get a run step. See `Assistants.get_run_step`."""
        return await self._send(_GET_RUN_STEP, path=(thread_id, run_id, step_id))

    async def poll_run(
        self,
        thread_id: str,
        run_id: str,
        *,
        interval: float | None = None,
        deadline: float | None = None,
        on_progress: Callable[[models.Run], object] | None = None,
    ) -> models.Run:
        """Call `get_run` until `status` is `requires_action`, `completed`, `failed`,
        `cancelled` or `expired`.
        """
        return await self._poll(
            _GET_RUN,
            _POLLING,
            None,
            path=(thread_id, run_id),
            interval=interval,
            deadline=deadline,
            on_progress=on_progress,
        )
