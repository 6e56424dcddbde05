"""What requests take for `CreateThreadRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .. import models
    from .create_message_request import CreateMessageRequest
    from .metadata import Metadata


class CreateThreadRequestDict(TypedDict):
    """What a new thread starts with; an empty thread when nothing is given."""

    messages: NotRequired[Sequence[CreateMessageRequest]]
    """Messages to put on the thread, in the order of the conversation."""

    metadata: NotRequired[Metadata | None]
    """Notes to store with the thread; `None` for none."""


CreateThreadRequest: TypeAlias = "CreateThreadRequestDict | models.CreateThreadRequest"
