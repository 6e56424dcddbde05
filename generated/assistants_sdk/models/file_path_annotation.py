"""The model `FilePathAnnotation`."""

from typing import Literal

from .._runtime.model import Model
from .file_path import FilePath


class FilePathAnnotation(Model):
    """Marks a passage as the path of a file which the code interpreter has written."""

    type: Literal["file_path"]
    """Kind of annotation, always `file_path`."""

    text: str
    """The placeholder in the text, to be replaced before showing it."""

    file_path: FilePath
    """The file which was written."""

    start_index: int
    """Where the placeholder starts in the text, counted from 0."""

    end_index: int
    """Where the placeholder ends in the text, counted from 0."""
