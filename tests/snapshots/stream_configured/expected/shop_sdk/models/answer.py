"""The model `Answer`."""

from .._runtime.model import Model


class Answer(Model):
    """Answer."""

    text: str
