"""The model `Both` and its parts."""

from typing import Annotated, TypeAlias

from .._runtime.model import Model
from .._runtime.unions import Unknown, Untagged


class BothAC(Model):
    """Two unions that hold at once."""

    a: str

    c: str


class BothAD(Model):
    """Two unions that hold at once."""

    a: str

    d: str


BothA: TypeAlias = Annotated[BothAC | BothAD | Unknown, Untagged()]
"""Two unions that hold at once."""


class BothBC(Model):
    """Two unions that hold at once."""

    b: str

    c: str


class BothBD(Model):
    """Two unions that hold at once."""

    b: str

    d: str


BothB: TypeAlias = Annotated[BothBC | BothBD | Unknown, Untagged()]
"""Two unions that hold at once."""


Both: TypeAlias = Annotated[BothA | BothB | Unknown, Untagged()]
"""Two unions that hold at once."""
