"""The model `CodeInterpreterLogOutput`."""

from typing import Literal

from .._runtime.model import Model


class CodeInterpreterLogOutput(Model):
    """Text which code has put out."""

    type: Literal["logs"]
    """Kind of output, always `logs`."""

    logs: str
    """The text."""
