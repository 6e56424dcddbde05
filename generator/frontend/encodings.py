"""How the parts of a body are written: by their names, or by their places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..document import Node
from ..ir import (
    Alias,
    Binary,
    Constraints,
    Field,
    List,
    Nullable,
    PartEncoding,
    Ref,
    Schema,
    Style,
    Type,
)

_STYLES = {style.value: style for style in Style}


def encodings_of(node: Node) -> tuple[PartEncoding, ...]:
    """Those of the parts that have names."""
    found = (_encoding(wire, entry) for wire, entry in node.items("encoding"))
    return tuple(each for each in found if each is not None)


def with_media_types(
    encodings: Sequence[PartEncoding],
    fields: Sequence[Field],
    schemas: Mapping[str, Schema],
) -> tuple[PartEncoding, ...]:
    """The same, and the media types of files that their own schemas name."""
    found = {encoding.wire_name: encoding for encoding in encodings}
    for field in fields:
        media_type = _held(field.type, field.constraints, schemas)
        known = found.get(field.wire_name, PartEncoding(field.wire_name))
        if media_type is not None and known.content_type is None:
            found[field.wire_name] = replace(known, content_type=media_type)
    return tuple(found.values())


def _held(
    type_: Type, limits: Constraints, schemas: Mapping[str, Schema], depth: int = 0
) -> str | None:
    """The media type of a file, or of those in a list."""
    match type_:
        case Binary():
            return limits.media_type
        case Nullable(inner):
            return _held(inner, limits, schemas, depth)
        case List(item):
            return _held(item, limits.each or Constraints(), schemas, depth)
        case Ref(name) if depth <= len(schemas):
            schema = schemas.get(name)
            if isinstance(schema, Alias):
                limits = limits.merged(schema.constraints)
                return _held(schema.type, limits, schemas, depth + 1)
    return None


def places_of(node: Node) -> tuple[PartEncoding, ...]:
    """Those of the parts that have none, in their order; the last is for all further."""
    prefix = [_encoding("", entry) for entry in node.elements("prefixEncoding")]
    rest = node.get("itemEncoding")
    last = None if rest is None else _encoding("", rest)
    if not prefix and last is None:
        return ()
    return tuple(each or PartEncoding("") for each in (*prefix, last))


def _encoding(wire: str, entry: Node) -> PartEncoding | None:
    value = entry.value
    if not isinstance(value, dict):
        return None
    style, explode = value.get("style"), value.get("explode")
    content_type = value.get("contentType")
    return PartEncoding(
        wire,
        content_type if isinstance(content_type, str) else None,
        _STYLES.get(style) if isinstance(style, str) else None,
        explode if isinstance(explode, bool) else None,
        value.get("allowReserved") is True,
    )
