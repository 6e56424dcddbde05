"""Responses: what a call returns and which errors it can raise."""

from __future__ import annotations

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
from ..pointers import split
from .context import Context
from .endpoints import Endpoint
from .limits import limits_of
from .media import (
    captions,
    carried,
    essence,
    examples_of,
    examples_with,
    item_schema,
    response_kind,
)
from .texts import sections, text, told
from .types import Converter

WITHOUT_BODY = frozenset({"204", "205", "304"})
"""Statuses whose answers have no body, whatever a description says (RFC 9110)."""

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
    contents: list[ResponseContent] = []
    raw: dict[str, Node | None] = {}
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
            name = _hint(node, hint, contents, media_type)
            contents.append(_content(media_type, content, name, converter, context))
            raw[media_type] = content.get("schema")
    if ok or status == "default":
        _tell_others(node, contents, raw, context)
    headers = tuple(_headers(node, hint, converter, context))
    return Response(status, tuple(contents), headers, told(node), shared)


def _tell_others(
    node: Node,
    contents: list[ResponseContent],
    raw: dict[str, Node | None],
    context: Context,
) -> None:
    """Notes what an answer may be beside JSON, which is asked for; the same as text is not."""
    asked = [one.media_type for one in contents if one.kind is ResponseKind.JSON]
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
            "for another, give an Accept header of your own and call through raw()",
        )


def _hint(node: Node, hint: str, before: list[ResponseContent], media_type: str) -> str:
    """A shared response's inline types are named after its key, not its first user."""
    steps = node.pointer.split("/")
    if steps[-2:-1] == ["responses"] and "components" in steps[:2]:
        hint = pascal(steps[-1])
    kind = response_kind(media_type)
    if kind in (ResponseKind.SSE, ResponseKind.JSON_LINES):
        return f"{hint.removesuffix('Response')}Event"
    if any(content.kind is ResponseKind.JSON for content in before):
        return hint + pascal(essence(media_type).rsplit("/", 1)[-1])
    return hint


def _content(
    media_type: str, node: Node, hint: str, converter: Converter, context: Context
) -> ResponseContent:
    kind = response_kind(media_type)
    is_stream = kind in (ResponseKind.SSE, ResponseKind.JSON_LINES)
    schema = item_schema(node, context) if is_stream else node.get("schema")
    type_: Type | None
    match kind:
        case ResponseKind.BINARY:
            type_ = Binary()
        case ResponseKind.TEXT:
            type_ = None
        case _:
            type_ = converter.type_of(schema, hint) if schema is not None else Any()
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
    if schema is None:
        examples = examples_of(node, context)
        return ResponseContent(media_type, kind, type_, envelope, examples)
    shape = context.flattener.flatten((schema,))
    plain = type_ or Scalar(ScalarKind.STRING)
    # A title that is made of the operation and its path says nothing.
    known = " ".join((hint, *split(node.pointer)))
    # What is given as text has a class all the same where there is a reference to one.
    is_said = context.is_named(plain) or (type_ is None and schema.ref is not None)
    return ResponseContent(
        media_type,
        kind,
        type_,
        envelope,
        examples_with(node, shape, plain, context),
        limits_of(shape, plain, context.flattener),
        "" if is_said else context.doc_of(shape, plain, name=known),
        shape.deprecated and not is_said,
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
    _, holder = carried(node)
    schema, said = holder.get("schema"), text(node, "description")
    found = examples_of(holder, context)
    examples = tuple(example.value for example in found)
    if schema is None:
        doc = sections(said, captions(found))
        return Header(
            wire, Any(), doc, required, examples=examples, deprecated=deprecated
        )
    type_ = converter.type_of(schema, hint + pascal(wire, "Header"))
    shape = context.flattener.flatten((schema,))
    return Header(
        wire,
        type_,
        sections(context.doc_of(shape, type_, said, wire), captions(found)),
        required,
        shape.default,
        limits_of(shape, type_, context.flattener),
        examples or shape.examples,
        deprecated or shape.deprecated,
    )
