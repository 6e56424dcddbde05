"""The media types of an answer: which are asked for, and how each is read."""

from __future__ import annotations

from collections.abc import Mapping

from ...document import Node
from ...ir import (
    Any,
    Binary,
    Map,
    ResponseContent,
    ResponseKind,
    Scalar,
    ScalarKind,
    Type,
)
from ...names import pascal
from ...pointers import split
from ..context import Context
from ..shapes.limits import limits_of
from ..types.alternatives import leaves_of
from ..types.converter import Converter
from .media import (
    examples_of,
    examples_with,
    is_file,
    is_same,
    response_kind,
    schema_of,
    subtype,
)
from .untyped import note_untyped

_REMEDY = "for another, give an Accept header of your own and call through raw()"
_PLAIN = {ResponseKind.TEXT: "text", ResponseKind.BINARY: "bytes"}
_EVENT_FIELDS = frozenset({"event", "data", "id", "retry"})
# A comment is no field of an event, but one of the class that Spring makes them of.
_SPRING_FIELDS = _EVENT_FIELDS | {"comment"}


def contents_of(
    offered: Mapping[str, Node],
    stem: str,
    converter: Converter,
    earlier: list[tuple[Node, Type]],
    *,
    is_success: bool,
) -> list[ResponseContent]:
    """What an answer may be, as far as it is asked for.

    Of JSON and of streams that is the first: another of its schema says nothing new, and
    one of a schema of its own never comes, so that its types are not emitted. `earlier`
    are the schemas of the answers before, with the types of what is described like them.
    """
    context = converter.context
    contents: list[ResponseContent] = []
    first: dict[bool, tuple[str, Node | None, Type | None]] = {}
    for media_type, content in offered.items():
        kind = response_kind(media_type)
        name = _hint(stem, contents, media_type)
        if kind in _PLAIN:
            contents.append(_content(media_type, content, name, None, converter))
            continue
        schema = schema_of(media_type, content, context)
        is_stream = kind is not ResponseKind.JSON
        asked, before, type_ = first.get(is_stream, ("", schema, None))
        if asked and schema is not None and not is_same(schema, before):
            _tell_other(content, asked, media_type, context, is_success=is_success)
            continue
        if asked:
            context.pass_over(content, f"says the same as the body of {asked}")
        else:
            type_ = next((t for node, t in earlier if is_same(schema, node)), None)
            if type_ is not None:
                context.pass_over(content, "says the same as another answer")
        made = _content(media_type, content, name, type_, converter)
        contents.append(made)
        first.setdefault(is_stream, (media_type, schema, made.type))
    earlier.extend(
        (schema, type_)
        for _, schema, type_ in first.values()
        if schema is not None and type_ is not None
    )
    _note_untyped(contents, offered, context)
    return contents


def _note_untyped(
    contents: list[ResponseContent], offered: Mapping[str, Node], context: Context
) -> None:
    if all(one.kind in _PLAIN for one in contents):
        for one in contents:
            schema = offered[one.media_type].get("schema")
            note_untyped(one.media_type, schema, (), _PLAIN[one.kind], context)


def _tell_other(
    node: Node, asked: str, media_type: str, context: Context, *, is_success: bool
) -> None:
    """Notes that an answer may be of another type than the one that is asked for."""
    context.pass_over(node, f"is the body of {media_type}, which is not asked for")
    if is_success:
        context.warn_once(
            node,
            "accept",
            f"an answer may be {asked} or {media_type}; the first is asked for",
            _REMEDY,
        )
    else:
        context.warn_once(
            node,
            "error",
            f"an error may be {asked} or {media_type}; it is read as the first",
            "give both one schema, or look at the `response` of what is raised",
        )


def tell_others(
    node: Node,
    contents: list[ResponseContent],
    offered: Mapping[str, Node],
    context: Context,
) -> None:
    """Notes what an answer may be beside JSON, which is asked for; the same as text is not."""
    asked = [one.media_type for one in contents if one.kind is ResponseKind.JSON]
    raw = {name: content.get("schema") for name, content in offered.items()}
    same = [schema.value for name in asked if (schema := raw[name]) is not None]
    others = [
        one.media_type
        for one in contents
        if one.kind in _PLAIN
        and ((schema := raw[one.media_type]) is None or schema.value not in same)
    ]
    if asked and others:
        context.warn_once(
            node,
            "accept",
            f"an answer may be {asked[0]} or {', '.join(others)}; the first is asked for",
            _REMEDY,
        )


def _hint(stem: str, before: list[ResponseContent], media_type: str) -> str:
    if response_kind(media_type) in (ResponseKind.SSE, ResponseKind.JSON_LINES):
        return f"{stem.removesuffix('Response')}Event"
    if any(content.kind is ResponseKind.JSON for content in before):
        return stem + pascal(subtype(media_type))
    return stem


def _content(
    media_type: str, node: Node, hint: str, known: Type | None, converter: Converter
) -> ResponseContent:
    context, kind = converter.context, response_kind(media_type)
    schema = schema_of(media_type, node, context)
    if kind in (ResponseKind.JSON, ResponseKind.TEXT) and is_file(schema, context):
        # What is sent then is the file, whatever the media type is called.
        kind = ResponseKind.BINARY
    type_: Type | None = Binary() if kind is ResponseKind.BINARY else None
    if kind not in _PLAIN:
        type_ = known or (converter.type_of(schema, hint) if schema else Any())
        if "*" in media_type:
            type_ = _of_any_media_type(type_, schema, converter)
    if schema is None:
        examples = examples_of(node, context)
        return ResponseContent(media_type, kind, type_, examples=examples)
    envelope = kind is ResponseKind.SSE and is_envelope(schema, context)
    shape = context.flattener.flatten((schema,))
    plain = type_ or Scalar(ScalarKind.STRING)
    # A title that is made of the operation and its path says nothing.
    words = " ".join((hint, *split(node.pointer)))
    # What is given as text has a class all the same where there is a reference to one.
    is_said = context.is_named(plain) or (type_ is None and schema.ref is not None)
    return ResponseContent(
        media_type,
        kind,
        type_,
        envelope,
        examples_with(node, shape, plain, context),
        limits_of(shape, plain, context.flattener),
        "" if is_said else context.doc_of(shape, plain, name=words),
        shape.deprecated and not is_said,
    )


def _of_any_media_type(type_: Type, schema: Node | None, converter: Converter) -> Type:
    """The type where any media type may come, and the schema may say that it is text."""
    meant = converter.meant(type_)
    if meant == Scalar(ScalarKind.STRING):
        return meant
    if (
        meant == Map(Any())
        and schema is not None
        and _is_bare(schema, converter.context)
    ):
        # What has a type of its own in the server's code is spelled out; this is not.
        return Any()
    return type_


def _is_bare(schema: Node, context: Context) -> bool:
    """Whether no more is said than `type: object`, which generators write for anything."""
    shape = context.flattener.flatten((schema,))
    return not (shape.additional or shape.patterns)


def is_envelope(schema: Node, context: Context) -> bool:
    """Whether a schema describes a whole event (`event`, `data`, `id`), not just its data."""
    leaves = [shape.properties.keys() for shape in leaves_of(schema, context)]
    return bool(leaves) and all(
        names == _SPRING_FIELDS or ("data" in names and names <= _EVENT_FIELDS)
        for names in leaves
    )
