"""The model `RequiredFunctionCall`."""

from .._runtime.model import Model


class RequiredFunctionCall(Model):
    """Names a function and the arguments to call it with."""

    name: str
    """Name of the function, as it was defined."""

    arguments: str
    """The arguments as a JSON document. The model writes it, so check it before use."""
