"""The model `FunctionCall`."""

from .._runtime.model import Model


class FunctionCall(Model):
    """A function that was called, with its arguments and output."""

    name: str
    """Name of the function."""

    arguments: str
    """The arguments as a JSON document."""

    output: str | None
    """The output that was submitted; `None` before that."""
