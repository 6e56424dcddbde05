"""The model `RunList`."""

from .._runtime.model import Model
from .run import Run


class RunList(Model):
    """One page of runs."""

    object: str
    """Kind of object, always `list`."""

    data: list[Run]
    """The objects on this page, in the requested order."""

    first_id: str
    """ID of the first object on this page, the `before` of the previous page."""

    last_id: str
    """ID of the last object on this page, the `after` of the next page."""

    has_more: bool
    """Whether there are more objects behind this page."""
