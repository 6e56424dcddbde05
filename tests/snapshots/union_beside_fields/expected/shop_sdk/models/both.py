"""The model `Both` and its parts."""

from typing import Annotated, TypeAlias

from .._runtime.model import Model
from .._runtime.unions import Unknown, Untagged


class BothObjectObject(Model):
    """Two unions that hold at once."""

    b: str

    c: str


class BothObjectObject2(Model):
    """Two unions that hold at once."""

    b: str

    d: str


Both: TypeAlias = Annotated[BothObjectObject | BothObjectObject2 | Unknown, Untagged()]
"""Two unions that hold at once."""
