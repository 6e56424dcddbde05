"""The model `FileCitationAnnotation`."""

from typing import Literal

from .._runtime.model import Model
from .file_citation import FileCitation


class FileCitationAnnotation(Model):
    """Marks a passage as taken from a file which the retrieval tool has found."""

    type: Literal["file_citation"]
    """Kind of annotation, always `file_citation`."""

    text: str
    """The placeholder in the text, to be replaced before showing it."""

    file_citation: FileCitation
    """Where the passage is taken from."""

    start_index: int
    """Where the placeholder starts in the text, counted from 0."""

    end_index: int
    """Where the placeholder ends in the text, counted from 0."""
