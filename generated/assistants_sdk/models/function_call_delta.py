"""The model `FunctionCallDelta`."""

from .._runtime.model import Model


class FunctionCallDelta(Model):
    """What is new about a function call."""

    name: str | None = None
    """Name of the function."""

    arguments: str | None = None
    """Characters to append to the arguments, a JSON document once complete."""

    output: str | None = None
    """The output that was submitted; `None` before that."""
