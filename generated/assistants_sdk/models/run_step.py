"""The model `RunStep`."""

from typing import Literal

from .._runtime.model import Model
from .metadata import Metadata
from .run_step_details import RunStepDetails
from .run_step_last_error import RunStepLastError
from .run_step_status import RunStepStatus
from .run_step_type import RunStepType
from .usage import Usage


class RunStep(Model):
    """One step of a run."""

    id: str
    """ID of the step."""

    object: Literal["thread.run.step"]
    """Kind of object, always `thread.run.step`."""

    created_at: int
    """When the step was created, in seconds since the Unix epoch."""

    assistant_id: str
    """ID of the assistant which does the work."""

    thread_id: str
    """ID of the thread which the assistant works on."""

    run_id: str
    """ID of the run which the step belongs to."""

    type: RunStepType | str
    """What the step does."""

    status: RunStepStatus | str
    """Where the step stands."""

    step_details: RunStepDetails
    """The message or the tool calls which the step consists of."""

    last_error: RunStepLastError | None
    """The error which the step met last; `None` when it met none."""

    expired_at: int | None
    """When the step expired, in seconds since the Unix epoch; `None` if it did not. A
    step expires with its run.
    """

    cancelled_at: int | None
    """When the step was cancelled, in seconds since the Unix epoch; `None` if it was
    not.
    """

    failed_at: int | None
    """When the step failed, in seconds since the Unix epoch; `None` if it did not."""

    completed_at: int | None
    """When the step was completed, in seconds since the Unix epoch; `None` if it was
    not.
    """

    metadata: Metadata | None
    """Notes stored with the step; `None` when there are none."""

    usage: Usage | None
    """Tokens spent on the step; `None` while it is in progress."""
