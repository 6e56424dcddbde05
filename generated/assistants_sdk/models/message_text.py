"""The model `MessageText`."""

from .._runtime.model import Model
from .annotation import Annotation


class MessageText(Model):
    """Text together with notes on passages of it."""

    value: str
    """The text itself, in which annotated passages are placeholders."""

    annotations: list[Annotation]
    """What the placeholders in the text stand for. Empty when there are none."""
