"""Bodies that are made of named fields, and descriptions of such that name none."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from ...document import Node
from ...ir import Any, Binary, BodyKind, Content, List, Literal, Scalar, Tuple
from ..types.converter import Converter
from .media import essence

NAMED_PARTS: Final = "multipart/form-data"
"""The one kind of multipart whose parts are told by their names, not by their places."""


def is_without_fields(content: Content, converter: Converter) -> bool:
    """Whether a body is to be a form, and its schema describes no fields of one."""
    match converter.meant(content.type):
        case Binary() | Literal() | Scalar():
            return content.kind in (BodyKind.FORM, BodyKind.MULTIPART)
        case List() | Tuple():
            is_named = essence(content.media_type) == NAMED_PARTS
            return content.kind is BodyKind.FORM or is_named
        case _:
            return False


def with_fields(content: Content, node: Node, converter: Converter) -> Content:
    """A body that can be given; of a form without fields nothing is known then."""
    if not is_without_fields(content, converter):
        return content
    fact = f"a body of {content.media_type} has named fields; its schema describes none"
    converter.context.fail(node, fact, "describe an object, or another media type")
    return replace(content, type=Any())
