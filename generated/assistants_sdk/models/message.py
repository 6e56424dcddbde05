"""The model `Message`."""

from typing import Literal

from .._runtime.model import Model
from .message_content import MessageContent
from .message_incomplete_details import MessageIncompleteDetails
from .message_role import MessageRole
from .message_status import MessageStatus
from .metadata import Metadata


class Message(Model):
    """A message on a thread, written by a user or by an assistant."""

    id: str
    """ID of the message."""

    object: Literal["thread.message"]
    """Kind of object, always `thread.message`."""

    created_at: int
    """When the message was created, in seconds since the Unix epoch."""

    thread_id: str
    """ID of the thread which the message is on."""

    status: MessageStatus | str
    """How far the message has got."""

    incomplete_details: MessageIncompleteDetails | None
    """Why the message was broken off; `None` unless its status is `incomplete`."""

    completed_at: int | None
    """When the message was completed, in seconds since the Unix epoch; `None` if it was
    not.
    """

    incomplete_at: int | None
    """When the message was broken off, in seconds since the Unix epoch; `None` if it
    was not.
    """

    role: MessageRole | str
    """Who wrote the message."""

    content: list[MessageContent]
    """The parts of the message, texts and images in their order."""

    assistant_id: str | None
    """ID of the assistant which wrote the message; `None` when none did."""

    run_id: str | None
    """ID of the run which produced the message; `None` for one added by a request."""

    file_ids: list[str]
    """IDs of the files attached to the message for the tools to use, at most 10."""

    metadata: Metadata | None
    """Notes stored with the message; `None` when there are none."""
