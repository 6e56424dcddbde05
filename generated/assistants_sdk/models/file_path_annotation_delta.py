"""The model `FilePathAnnotationDelta`."""

from typing import Literal

from .._runtime.model import Model
from .file_path_delta import FilePathDelta


class FilePathAnnotationDelta(Model):
    """What is new about a path of a written file."""

    index: int
    """Position of the annotation in its text's list, counted from 0."""

    type: Literal["file_path"]
    """Kind of annotation, always `file_path`."""

    text: str | None = None
    """The placeholder in the text, to be replaced before showing it."""

    file_path: FilePathDelta | None = None
    """The file which was written."""

    start_index: int | None = None
    """Where the placeholder starts in the text, counted from 0."""

    end_index: int | None = None
    """Where the placeholder ends in the text, counted from 0."""
