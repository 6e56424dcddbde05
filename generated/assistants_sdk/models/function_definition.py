"""The model `FunctionDefinition`."""

from .._runtime.model import Model
from .function_parameters import FunctionParameters


class FunctionDefinition(Model):
    """What the model has to know about a function to call it."""

    name: str
    """Name of the function, of at most 64 letters (a-z, A-Z), digits, underscores and
    dashes. Matches `^[a-zA-Z0-9_-]+$`.
    """

    description: str | None = None
    """What the function does, from which the model tells when to call it."""

    parameters: FunctionParameters | None = None
    """Arguments which the function takes. None when left out."""
