"""The model `Title`."""

from .._runtime.model import Model


class Title(Model):
    """Title."""

    text: str
