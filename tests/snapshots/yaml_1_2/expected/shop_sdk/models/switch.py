"""The model `Switch`."""

from typing import Literal

from .._runtime.model import Model


class Switch(Model):
    """Switch."""

    y: Literal["y", "n"] | str

    no: int
    """A number that is written in octal. Default: `15`."""

    since: str | None = None
    """`"2024-01-31"` when left out."""

    hex: int | None = None
    """`31` when left out."""
