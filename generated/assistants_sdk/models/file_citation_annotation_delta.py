"""The model `FileCitationAnnotationDelta`."""

from typing import Literal

from .._runtime.model import Model
from .file_citation_delta import FileCitationDelta


class FileCitationAnnotationDelta(Model):
    """What is new about a citation from a file."""

    index: int
    """Position of the annotation in its text's list, counted from 0."""

    type: Literal["file_citation"]
    """Kind of annotation, always `file_citation`."""

    text: str | None = None
    """The placeholder in the text, to be replaced before showing it."""

    file_citation: FileCitationDelta | None = None
    """Where the passage is taken from."""

    start_index: int | None = None
    """Where the placeholder starts in the text, counted from 0."""

    end_index: int | None = None
    """Where the placeholder ends in the text, counted from 0."""
