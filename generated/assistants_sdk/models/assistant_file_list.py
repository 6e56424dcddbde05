"""The model `AssistantFileList`."""

from .._runtime.model import Model
from .assistant_file import AssistantFile


class AssistantFileList(Model):
    """One page of files of an assistant."""

    object: str
    """Kind of object, always `list`."""

    data: list[AssistantFile]
    """The objects on this page, in the requested order."""

    first_id: str
    """ID of the first object on this page, the `before` of the previous page."""

    last_id: str
    """ID of the last object on this page, the `after` of the next page."""

    has_more: bool
    """Whether there are more objects behind this page."""
