"""The model `Run`."""

from typing import Literal

from .._runtime.model import Model
from .assistant_tool import AssistantTool
from .metadata import Metadata
from .required_action import RequiredAction
from .run_last_error import RunLastError
from .run_status import RunStatus
from .usage import Usage


class Run(Model):
    """The work of an assistant on a thread."""

    id: str
    """ID of the run."""

    object: Literal["thread.run"]
    """Kind of object, always `thread.run`."""

    created_at: int
    """When the run was created, in seconds since the Unix epoch."""

    thread_id: str
    """ID of the thread which the assistant works on."""

    assistant_id: str
    """ID of the assistant which does the work."""

    status: RunStatus | str
    """Where the run stands."""

    required_action: RequiredAction | None
    """What the caller has to do before the run can go on; `None` when nothing."""

    last_error: RunLastError | None
    """The error which the run met last; `None` when it met none."""

    expires_at: int | None
    """When the run will expire, in seconds since the Unix epoch; `None` when it will
    not.
    """

    started_at: int | None
    """When the work began, in seconds since the Unix epoch; `None` before that."""

    cancelled_at: int | None
    """When the run was cancelled, in seconds since the Unix epoch; `None` if it was
    not.
    """

    failed_at: int | None
    """When the run failed, in seconds since the Unix epoch; `None` if it did not."""

    completed_at: int | None
    """When the run was completed, in seconds since the Unix epoch; `None` if it was
    not.
    """

    model: str
    """ID of the model which the run uses."""

    instructions: str
    """System prompt which the run uses."""

    tools: list[AssistantTool]
    """Tools which the run may call, at most 20."""

    file_ids: list[str]
    """IDs of the assistant's files which the run may use."""

    metadata: Metadata | None
    """Notes stored with the run; `None` when there are none."""

    usage: Usage | None
    """Tokens spent on the run; `None` until it has ended."""

    temperature: float | None = None
    """Sampling temperature which the run uses; `None` for the default of 1."""
