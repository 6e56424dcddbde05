"""The model `Annotation`."""

from typing import Annotated, TypeAlias

from .._runtime.unions import Tagged, Unknown
from .file_citation_annotation import FileCitationAnnotation
from .file_path_annotation import FilePathAnnotation

Annotation: TypeAlias = Annotated[
    FileCitationAnnotation | FilePathAnnotation | Unknown,
    Tagged(
        "type",
        {"file_citation": FileCitationAnnotation, "file_path": FilePathAnnotation},
    ),
]
"""A note on a passage of a text, told apart by its `type`."""
