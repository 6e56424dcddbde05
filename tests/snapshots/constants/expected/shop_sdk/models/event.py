"""The model `Event`."""

from typing import Any, Literal

from .._runtime.model import Model
from .kind import Kind


class Event(Model):
    """Event."""

    object: Literal["event"]

    version: Literal[2]

    ratio: float

    active: Literal[True]

    nothing: None

    kind: Kind

    optional: Literal['it\'s "here"'] | None = None

    limits: dict[str, Any] | None = None
