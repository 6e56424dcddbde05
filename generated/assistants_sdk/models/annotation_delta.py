"""The model `AnnotationDelta`."""

from typing import Annotated, TypeAlias

from .._runtime.unions import Tagged, Unknown
from .file_citation_annotation_delta import FileCitationAnnotationDelta
from .file_path_annotation_delta import FilePathAnnotationDelta

AnnotationDelta: TypeAlias = Annotated[
    FileCitationAnnotationDelta | FilePathAnnotationDelta | Unknown,
    Tagged(
        "type",
        {
            "file_citation": FileCitationAnnotationDelta,
            "file_path": FilePathAnnotationDelta,
        },
    ),
]
"""An addition to an annotation, told apart by its `type`."""
