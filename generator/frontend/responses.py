"""Responses: what a call returns and which errors it can raise."""

from __future__ import annotations

from collections.abc import Mapping

from ..document import Node
from ..ir import (
    Any,
    Binary,
    Header,
    Response,
    ResponseContent,
    ResponseKind,
    Scalar,
    ScalarKind,
    Type,
)
from ..names import pascal
from .context import Context
from .endpoints import Endpoint
from .limits import limits_of
from .media import essence, examples_of, is_same, response_kind, schema_of
from .texts import text, told
from .types import Converter

WITHOUT_BODY = frozenset({"204", "205", "304"})
"""Statuses whose answers have no body, whatever a description says (RFC 9110)."""

_REMEDY = "for another, give an Accept header of your own and call through raw()"
_EVENT_FIELDS = frozenset({"event", "data", "id", "retry"})


def responses_of(
    endpoint: Endpoint, operation: str, converter: Converter, context: Context
) -> tuple[tuple[Response, ...], tuple[Response, ...]]:
    """The successful responses, and the others.

    A `default` is the success of an operation that names no other, else an error.
    """
    found: list[Response] = []
    for status, entry in endpoint.node.items("responses"):
        node = context.follow(entry)
        if status.startswith("x-") or node is None:
            continue
        found.append(
            _response(
                status.upper(),
                node,
                operation,
                converter,
                context,
                shared=entry.ref is not None,
                to_head=endpoint.method == "head",
            )
        )
    success = [response for response in found if response.status.startswith("2")]
    if not success:
        success = [response for response in found if response.status.startswith("3")]
        if not success:
            success = [response for response in found if response.status == "default"]
    if not success:
        context.warn(
            endpoint.node,
            "no response says what a successful call returns",
            "add a 2xx response; the call returns nothing",
        )
    errors = [response for response in found if response not in success]
    return tuple(success), tuple(
        r for r in errors if not r.status.startswith(("1", "2", "3"))
    )


def _response(
    status: str,
    node: Node,
    operation: str,
    converter: Converter,
    context: Context,
    *,
    shared: bool,
    to_head: bool,
) -> Response:
    status = "default" if status == "DEFAULT" else status
    ok = status.startswith("2") or status.startswith("3")
    hint = f"{pascal(operation)}{'Response' if ok else 'Error'}"
    if status not in ("200", "201", "2XX", "default") or (
        not ok and status != "default"
    ):
        hint += status.capitalize()
    offered: dict[str, Node] = {}
    for media_type, entry in node.items("content"):
        content = context.follow(entry)
        if to_head or status in WITHOUT_BODY:
            answer = "to HEAD" if to_head else f"with status {status}"
            context.warn_once(
                entry,
                "body",
                f"an answer {answer} has no body, and here one is described",
                "remove the content; it is ignored",
            )
        elif content is not None:
            offered[media_type] = content
    is_success = ok or status == "default"
    name = _stem(node, hint)
    contents = _contents(offered, name, converter, context, is_success=is_success)
    if is_success:
        _tell_others(node, contents, offered, context)
    headers = tuple(_headers(node, hint, converter, context))
    return Response(status, tuple(contents), headers, told(node), shared)


def _contents(
    offered: Mapping[str, Node],
    stem: str,
    converter: Converter,
    context: Context,
    *,
    is_success: bool,
) -> list[ResponseContent]:
    """What an answer may be, as far as it is asked for.

    Of JSON and of streams that is the first: another of its schema says nothing new, and
    one of a schema of its own never comes, so that its types are not emitted.
    """
    contents: list[ResponseContent] = []
    first: dict[bool, tuple[str, Node | None, Type | None]] = {}
    for media_type, content in offered.items():
        kind = response_kind(media_type)
        name = _hint(stem, contents, media_type)
        if kind in (ResponseKind.TEXT, ResponseKind.BINARY):
            contents.append(
                _content(media_type, content, name, None, converter, context)
            )
            continue
        schema = schema_of(media_type, content, context)
        is_stream = kind is not ResponseKind.JSON
        asked, before, type_ = first.get(is_stream, ("", schema, None))
        if asked and schema is not None and not is_same(schema, before):
            _tell_other(content, asked, media_type, context, is_success=is_success)
            continue
        if asked:
            context.pass_over(content, f"says the same as the body of {asked}")
        made = _content(media_type, content, name, type_, converter, context)
        contents.append(made)
        first.setdefault(is_stream, (media_type, schema, made.type))
    return contents


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


def _tell_others(
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
        if one.kind in (ResponseKind.TEXT, ResponseKind.BINARY)
        and ((schema := raw[one.media_type]) is None or schema.value not in same)
    ]
    if asked and others:
        context.warn_once(
            node,
            "accept",
            f"an answer may be {asked[0]} or {', '.join(others)}; the first is asked for",
            _REMEDY,
        )


def _stem(node: Node, hint: str) -> str:
    """A shared response's inline types are named after its key, not its first user."""
    steps = node.pointer.split("/")
    is_shared = steps[-2:-1] == ["responses"] and "components" in steps[:2]
    return pascal(steps[-1]) if is_shared else hint


def _hint(stem: str, before: list[ResponseContent], media_type: str) -> str:
    if response_kind(media_type) in (ResponseKind.SSE, ResponseKind.JSON_LINES):
        return f"{stem.removesuffix('Response')}Event"
    if any(content.kind is ResponseKind.JSON for content in before):
        return stem + pascal(essence(media_type).rsplit("/", 1)[-1])
    return stem


def _content(
    media_type: str,
    node: Node,
    hint: str,
    known: Type | None,
    converter: Converter,
    context: Context,
) -> ResponseContent:
    kind = response_kind(media_type)
    schema = schema_of(media_type, node, context)
    type_: Type | None
    match kind:
        case ResponseKind.BINARY:
            type_ = Binary()
        case ResponseKind.TEXT:
            type_ = None
        case _:
            type_ = known
            if known is None and schema is not None:
                type_ = converter.type_of(schema, hint)
            type_ = type_ or Any()
    if type_ is not None and "*" in media_type:
        # Any media type may come, and the schema may say that it is raw bytes or text.
        meant = converter.meant(type_)
        if isinstance(meant, Binary):
            kind, type_ = ResponseKind.BINARY, meant
        if meant == Scalar(ScalarKind.STRING):
            type_ = meant
    envelope = (
        kind is ResponseKind.SSE and schema is not None and is_envelope(schema, context)
    )
    return ResponseContent(
        media_type, kind, type_, envelope, examples_of(node, context)
    )


def is_envelope(schema: Node, context: Context, depth: int = 0) -> bool:
    """Whether a schema describes a whole event (`event`, `data`, `id`), not just its data."""
    shape = context.flattener.flatten((schema,))
    if shape.unions and depth < 5:
        branches = [branch for union in shape.unions for branch in union.branches]
        return all(is_envelope(branch, context, depth + 1) for branch in branches)
    names = shape.properties.keys()
    return "data" in names and names <= _EVENT_FIELDS


def _headers(
    node: Node, hint: str, converter: Converter, context: Context
) -> list[Header]:
    found = []
    for wire, entry in node.items("headers"):
        header = context.follow(entry)
        if header is None or not isinstance(header.value, dict):
            continue
        found.append(_header(wire, header, hint, converter, context))
    return found


def _header(
    wire: str, node: Node, hint: str, converter: Converter, context: Context
) -> Header:
    flags = node.value if isinstance(node.value, dict) else {}
    required, deprecated = (
        flags.get(key) is True for key in ("required", "deprecated")
    )
    schema, doc = node.get("schema"), text(node, "description")
    examples = tuple(example.value for example in examples_of(node, context))
    if schema is None:
        return Header(
            wire, Any(), doc, required, examples=examples, deprecated=deprecated
        )
    type_ = converter.type_of(schema, hint + pascal(wire, "Header"))
    shape = context.flattener.flatten((schema,))
    return Header(
        wire,
        type_,
        context.doc_of(shape, type_, doc, wire),
        required,
        shape.default,
        limits_of(shape, type_, context.flattener),
        examples or shape.examples,
        deprecated or shape.deprecated,
    )
