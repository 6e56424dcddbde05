"""The model `MessageTextDelta`."""

from .._runtime.model import Model
from .annotation_delta import AnnotationDelta


class MessageTextDelta(Model):
    """What is new about a text."""

    value: str | None = None
    """Characters to append to the text."""

    annotations: list[AnnotationDelta] | None = None
    """Additions to the annotations, matched to them by their `index`."""
