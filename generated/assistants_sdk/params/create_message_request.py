"""What requests take for `CreateMessageRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .. import models
    from .metadata import Metadata


class CreateMessageRequestDict(TypedDict):
    """What a new message consists of."""

    role: models.MessageRole
    """Who speaks. `user` fits nearly always; `assistant` puts words into the
    assistant's mouth, for instance to carry over an older conversation.
    """

    content: str
    """Text of the message, from 1 to 256,000 characters."""

    file_ids: NotRequired[Sequence[str]]
    """IDs of uploaded files for the tools to use, from 1 to 10. Leave it out for none.
    """

    metadata: NotRequired[Metadata | None]
    """Notes to store with the message; `None` for none."""


CreateMessageRequest: TypeAlias = (
    "CreateMessageRequestDict | models.CreateMessageRequest"
)
