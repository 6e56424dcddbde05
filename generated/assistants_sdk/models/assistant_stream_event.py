"""The model `AssistantStreamEvent`."""

from typing import Annotated, TypeAlias

from .._runtime.unions import Tagged, Unknown
from .done_event import DoneEvent
from .error_event import ErrorEvent
from .thread_created import ThreadCreated
from .thread_message_completed import ThreadMessageCompleted
from .thread_message_created import ThreadMessageCreated
from .thread_message_delta import ThreadMessageDelta
from .thread_message_in_progress import ThreadMessageInProgress
from .thread_message_incomplete import ThreadMessageIncomplete
from .thread_run_cancelled import ThreadRunCancelled
from .thread_run_cancelling import ThreadRunCancelling
from .thread_run_completed import ThreadRunCompleted
from .thread_run_created import ThreadRunCreated
from .thread_run_expired import ThreadRunExpired
from .thread_run_failed import ThreadRunFailed
from .thread_run_in_progress import ThreadRunInProgress
from .thread_run_queued import ThreadRunQueued
from .thread_run_requires_action import ThreadRunRequiresAction
from .thread_run_step_cancelled import ThreadRunStepCancelled
from .thread_run_step_completed import ThreadRunStepCompleted
from .thread_run_step_created import ThreadRunStepCreated
from .thread_run_step_delta import ThreadRunStepDelta
from .thread_run_step_expired import ThreadRunStepExpired
from .thread_run_step_failed import ThreadRunStepFailed
from .thread_run_step_in_progress import ThreadRunStepInProgress

AssistantStreamEvent: TypeAlias = Annotated[
    ThreadCreated
    | ThreadRunCreated
    | ThreadRunQueued
    | ThreadRunInProgress
    | ThreadRunRequiresAction
    | ThreadRunCompleted
    | ThreadRunFailed
    | ThreadRunCancelling
    | ThreadRunCancelled
    | ThreadRunExpired
    | ThreadRunStepCreated
    | ThreadRunStepInProgress
    | ThreadRunStepDelta
    | ThreadRunStepCompleted
    | ThreadRunStepFailed
    | ThreadRunStepCancelled
    | ThreadRunStepExpired
    | ThreadMessageCreated
    | ThreadMessageInProgress
    | ThreadMessageDelta
    | ThreadMessageCompleted
    | ThreadMessageIncomplete
    | ErrorEvent
    | DoneEvent
    | Unknown,
    Tagged(
        "event",
        {
            "thread.created": ThreadCreated,
            "thread.run.created": ThreadRunCreated,
            "thread.run.queued": ThreadRunQueued,
            "thread.run.in_progress": ThreadRunInProgress,
            "thread.run.requires_action": ThreadRunRequiresAction,
            "thread.run.completed": ThreadRunCompleted,
            "thread.run.failed": ThreadRunFailed,
            "thread.run.cancelling": ThreadRunCancelling,
            "thread.run.cancelled": ThreadRunCancelled,
            "thread.run.expired": ThreadRunExpired,
            "thread.run.step.created": ThreadRunStepCreated,
            "thread.run.step.in_progress": ThreadRunStepInProgress,
            "thread.run.step.delta": ThreadRunStepDelta,
            "thread.run.step.completed": ThreadRunStepCompleted,
            "thread.run.step.failed": ThreadRunStepFailed,
            "thread.run.step.cancelled": ThreadRunStepCancelled,
            "thread.run.step.expired": ThreadRunStepExpired,
            "thread.message.created": ThreadMessageCreated,
            "thread.message.in_progress": ThreadMessageInProgress,
            "thread.message.delta": ThreadMessageDelta,
            "thread.message.completed": ThreadMessageCompleted,
            "thread.message.incomplete": ThreadMessageIncomplete,
            "error": ErrorEvent,
            "done": DoneEvent,
        },
    ),
]
"""An event of a streamed run, told apart by its `event`. There is one for everything
created, for every change of status and for every piece of a message or step. New kinds
may be added to the API, so a reader should skip those it does not know.
"""
