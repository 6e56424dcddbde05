"""The model `CodeInterpreterLogOutputDelta`."""

from typing import Literal

from .._runtime.model import Model


class CodeInterpreterLogOutputDelta(Model):
    """What is new about text which code puts out."""

    index: int
    """Position of the output in its list, counted from 0."""

    type: Literal["logs"]
    """Kind of output, always `logs`."""

    logs: str | None = None
    """Characters to append to the text."""
