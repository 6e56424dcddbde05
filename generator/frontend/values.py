"""Schemas of single values: texts, numbers, enums."""

from __future__ import annotations

from ..ir import Any, Binary, Literal, Scalar, ScalarKind, Type
from .shapes import Shape

FORMATS = {
    "date-time": ScalarKind.DATETIME,
    "date": ScalarKind.DATE,
    "time": ScalarKind.TIME,
    "duration": ScalarKind.DURATION,
    "uuid": ScalarKind.UUID,
    "decimal": ScalarKind.DECIMAL,
    "byte": ScalarKind.BASE64,
}
SCALARS = {
    "string": ScalarKind.STRING,
    "integer": ScalarKind.INTEGER,
    "number": ScalarKind.NUMBER,
    "boolean": ScalarKind.BOOLEAN,
}


def literal_of(shape: Shape) -> Type:
    values: list[str | int | float | bool | None] = []
    for value in shape.enum or ():
        if isinstance(value, dict | list):
            return Any()
        if value is not None and not any(same(value, other) for other in values):
            values.append(value)
    return Literal(tuple(values)) if values else Literal((None,))


def same(value: object, other: object) -> bool:
    """Whether two constants are one: true is not 1, and 1.0 is not either."""
    return value == other and type(value) is type(other)


def string_of(shape: Shape) -> Type:
    if shape.format == "binary" or (
        shape.media_type is not None
        and shape.encoding is None
        and _is_bytes(shape.media_type)
    ):
        return Binary()
    if shape.encoding == "base64":
        return Scalar(ScalarKind.BASE64)
    return Scalar(FORMATS.get(shape.format or "", ScalarKind.STRING))


def _is_bytes(media_type: str) -> bool:
    return media_type.startswith(
        ("image/", "audio/", "video/", "application/octet-stream")
    )
