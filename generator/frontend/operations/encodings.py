"""How the parts of a body are written: by their names, or by their places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from ...document import Node
from ...ir import (
    Alias,
    Binary,
    BodyKind,
    Constraints,
    Field,
    List,
    Nullable,
    PartEncoding,
    Ref,
    Scalar,
    ScalarKind,
    Schema,
    Style,
    Type,
    Union,
)
from ..shapes.flattening import Shape
from ..shapes.siblings import definition
from .media import body_kind

_STYLES = {style.value: style for style in Style}
# Where one of these is said there is a style, the usual one unless it is named.
_ABOUT_STYLE = frozenset({"explode", "allowReserved"})

# What a schema may say that is no more than words.
_WORDS = frozenset(
    "title description contentMediaType readOnly writeOnly deprecated externalDocs xml"
    " $comment".split()
)


def encodings_of(node: Node, shape: Shape) -> tuple[PartEncoding, ...]:
    """Those of the parts that have names."""
    named = (_encoding(wire, entry) for wire, entry in node.items("encoding"))
    found = {each.wire_name: each for each in named if each is not None}
    if node.document.version != "3.0":
        for wire, places in shape.properties.items():
            known = found.get(wire, PartEncoding(wire))
            if len(places) == 1 and (bare := _bare(places[0])) is not None:
                media_type = known.content_type or bare
                if body_kind(media_type) is BodyKind.BINARY:
                    given = media_type or None
                    found[wire] = replace(known, content_type=given, untyped=True)
    return tuple(found.values())


def _bare(node: Node) -> str | None:
    """The media type that a part without a type names, which may be none; or each of a list."""
    schema = definition(node)
    value = schema.value
    if isinstance(value, dict) and value.get("type") in ("array", ["array", "null"]):
        items = schema.get("items")
        if items is None or not _is_words(value.keys() - {"type", "items"}):
            return None
        schema = definition(items)
        value = schema.value
    if value is True:
        return ""
    if not isinstance(value, dict) or not _is_words(value.keys()):
        return None
    named = value.get("contentMediaType")
    return named if isinstance(named, str) else ""


def _is_words(keywords: Iterable[str]) -> bool:
    return all(key in _WORDS or key.startswith("x-") for key in keywords)


def with_files(
    fields: Iterable[Field],
    encodings: Sequence[PartEncoding],
    meant: Callable[[Type], Type],
) -> list[Field]:
    """The same, of which those are files that OpenAPI 3.1 has no type for."""
    untyped = {each.wire_name: each for each in encodings if each.untyped}
    return [
        (
            replace(field, type=_files(field.type, untyped[field.wire_name], meant))
            if field.wire_name in untyped
            else field
        )
        for field in fields
    ]


def _files(type_: Type, encoding: PartEncoding, meant: Callable[[Type], Type]) -> Type:
    match meant(type_):
        case List():
            return List(_file(encoding))
        case Nullable(inner):
            return Nullable(_files(inner, encoding, meant))
        case _:
            return _file(encoding)


def _file(encoding: PartEncoding) -> Type:
    """A file for certain where it has a media type; else text goes as well."""
    if encoding.content_type is not None:
        return Binary()
    return Union((Binary(), Scalar(ScalarKind.STRING)))


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
    if style is None and content_type is None and _ABOUT_STYLE & value.keys():
        style = Style.FORM.value
    return PartEncoding(
        wire,
        content_type if isinstance(content_type, str) else None,
        _STYLES.get(style) if isinstance(style, str) else None,
        explode if isinstance(explode, bool) else None,
        value.get("allowReserved") is True,
    )
