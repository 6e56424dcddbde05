"""The model `Book`."""

from typing import Any

from .._runtime.model import Model
from .anything import Anything
from .nothing import Nothing


class Book(Model):
    """Book."""

    any: Any

    never: Any

    empty: Any = None

    things: list[Any] | None = None

    no_things: list[Any] | None = None

    anything: Anything | None = None

    nothing: Nothing | None = None
