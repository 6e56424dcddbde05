"""What a value is, in a sentence, where its description says nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from ...ir import (
    Alias,
    Any,
    Binary,
    EnumModel,
    List,
    Literal,
    Map,
    Model,
    Never,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    Schema,
    Tuple,
    Type,
    Union,
)
from ...spelling.lists import listed
from ...spelling.markdown import code
from .markdown.prose import summary

_SCALARS = {
    ScalarKind.STRING: "A text.",
    ScalarKind.INTEGER: "A whole number.",
    ScalarKind.NUMBER: "A number.",
    ScalarKind.BOOLEAN: "True or false.",
    ScalarKind.DATETIME: "A date and time, as ISO 8601 writes it.",
    ScalarKind.DATE: "A date, as ISO 8601 writes it.",
    ScalarKind.TIME: "A time of day, as ISO 8601 writes it.",
    ScalarKind.DURATION: "A span of time, as ISO 8601 writes it.",
    ScalarKind.UUID: "A UUID.",
    ScalarKind.DECIMAL: "A decimal number.",
    ScalarKind.BASE64: "Bytes, encoded as Base64 on the way.",
}
_FIXED = "One of a few fixed values."
_MOST_HOPS = 100
_MOST_FIELDS = 3


def in_words(type_: Type, schemas: Mapping[str, Schema], hops: int = 0) -> str:
    """A sentence in Markdown: the one that a named type begins with, or its kind."""
    match type_:
        case Scalar(kind):
            return _SCALARS[kind]
        case Literal(values):
            return "A fixed value." if len(values) == 1 else _FIXED
        case List() | Tuple():
            return "A list."
        case Map():
            return "An object with any keys."
        case Ref(name):
            return _named(schemas.get(name), schemas, hops)
        case Nullable(inner):
            if isinstance(inner, Ref):
                return in_words(inner, schemas, hops)
            return f"{in_words(inner, schemas, hops).removesuffix('.')}, or `None`."
        case Union():
            return "A value of one of several types."
        case Binary():
            return "The content of a file."
        case Any():
            return "Any JSON value."
        case Never():
            return "Never given."
        case _:
            assert_never(type_)


def _named(schema: Schema | None, schemas: Mapping[str, Schema], hops: int) -> str:
    if schema is not None and (doc := summary(schema.doc)):
        return doc
    match schema:
        case Alias() if hops < _MOST_HOPS:
            return in_words(schema.type, schemas, hops + 1)
        case EnumModel():
            return _FIXED
        case Model():
            return _object(schema)
        case Alias() | None:
            return "A value of its own type."
        case _:
            assert_never(schema)


def _object(model: Model) -> str:
    shown = [code(field.wire_name) for field in model.fields[:_MOST_FIELDS]]
    left = len(model.fields) - len(shown)
    if left > 0:
        shown.append(f"{left} more")
    return f"An object with {listed(shown, 'and')}." if shown else "An object."
