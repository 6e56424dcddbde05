"""Schemas of single values: texts, numbers, enums."""

from __future__ import annotations

from ...ir import Binary, Literal, Scalar, ScalarKind, Type
from .flattening import Shape
from .keywords import distinct

FORMATS = {
    "date-time": ScalarKind.DATETIME,
    "date": ScalarKind.DATE,
    "time": ScalarKind.TIME,
    "duration": ScalarKind.DURATION,
    "uuid": ScalarKind.UUID,
    "decimal": ScalarKind.DECIMAL,
    "byte": ScalarKind.BASE64,
}
# What no text can hold as it is.
_BYTES = (
    "image/",
    "audio/",
    "video/",
    "font/",
    "application/octet-stream",
    "application/pdf",
    "application/zip",
    "application/gzip",
    "application/vnd.openxmlformats-",
)
SCALARS = {
    "string": ScalarKind.STRING,
    "integer": ScalarKind.INTEGER,
    "number": ScalarKind.NUMBER,
    "boolean": ScalarKind.BOOLEAN,
}


def literal_of(shape: Shape) -> Type:
    values = distinct(
        value for value in shape.enum or () if isinstance(value, str | int | float)
    )
    return Literal(tuple(values)) if values else Literal((None,))


def string_of(shape: Shape) -> Type:
    if _is_file(shape):
        return Binary()
    if shape.encoding == "base64":
        return Scalar(ScalarKind.BASE64)
    return Scalar(FORMATS.get(shape.format or "", ScalarKind.STRING))


def is_text(shape: Shape) -> bool:
    """Whether a schema without a type means a text, or the bytes of a file."""
    return shape.format in FORMATS or _is_file(shape)


def _is_file(shape: Shape) -> bool:
    named = shape.media_type is not None and shape.media_type.startswith(_BYTES)
    return shape.format == "binary" or (named and shape.encoding is None)
