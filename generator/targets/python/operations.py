"""The `Operation` constants above a resource's class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from ...ir import (
    Any,
    Binary,
    Body,
    BodyKind,
    Content,
    Field,
    Location,
    Never,
    Nullable,
    Operation,
    PartEncoding,
    Response,
    ResponseKind,
    Scalar,
    ScalarKind,
    SecurityRequirement,
    Streaming,
    meaning,
)
from .annotations import Speller
from .arguments import constants_of, other_types
from .literals import mapped, scalars, string, tupled
from .parameters import innermost, is_date, param
from .responses import returned
from .servers import servers_source

_BODY_KINDS = {
    BodyKind.JSON: "json",
    BodyKind.FORM: "form",
    BodyKind.MULTIPART: "multipart",
    BodyKind.TEXT: "text",
    BodyKind.BINARY: "bytes",
    BodyKind.JSON_LINES: "jsonl",
}


ErrorTypes: TypeAlias = tuple[tuple[str, str], ...]
"""Statuses and the source of the type that stands for each."""


def constant_name(method: str) -> str:
    """`get_order` is kept in `_GET_ORDER`."""
    return f"_{method.upper()}"


def errors_of(operation: Operation, speller: Speller) -> ErrorTypes:
    """The source of an operation's error types by status."""
    found = {
        response.status: spelled
        for response in operation.failures
        if (spelled := _error_type(response, speller))
    }
    for response in operation.failures:
        untyped = response.contents and response.status not in found
        if untyped and not found.keys().isdisjoint(_ranges(response.status)):
            # Otherwise it would be taken for what its range or the default has.
            found[response.status] = speller.names.use("Any")
    return tuple(found.items())


def are_of_one(types: ErrorTypes) -> bool:
    """Whether all statuses have the same type."""
    return len({spelled for _, spelled in types}) == 1


def error_table(types: ErrorTypes, known: Mapping[ErrorTypes, str]) -> str:
    """The source of a table of error types; empty for none.

    `known` has the names of other tables: the same one, or one that this only adds to.
    """
    if types in known:
        return known[types]
    is_of_one = are_of_one(types)
    smaller = (each for each in known if is_of_one and set(each) < set(types))
    base = max(smaller, key=len, default=())
    if is_of_one and len(types) > 2 and not base:
        # One line in place of many.
        (_, spelled), statuses = types[0], (status for status, _ in types)
        return f"{{status: lambda: {spelled} for status in {scalars(statuses)}}}"
    entries = [f"**{known[base]}"] if base else []
    entries += [
        f"{string(status)}: lambda: {spelled}"
        for status, spelled in types
        if (status, spelled) not in base
    ]
    return f"{{{', '.join(entries)}}}" if entries else ""


def _ranges(status: str) -> tuple[str, str]:
    """What stands for a status that has no entry of its own."""
    return f"{status[0]}XX", "default"


def _error_type(response: Response, speller: Speller) -> str:
    """The source of the type; empty where there is none to speak of."""
    content = response.content
    if content is None or content.kind is not ResponseKind.JSON:
        return ""
    if content.type is None or isinstance(content.type, Any | Never):
        return ""
    return speller.response(content.type)


def operation_constant(
    operation: Operation,
    speller: Speller,
    errors: str,
    common_headers: Mapping[str, str],
) -> str:
    """The statement of the constant for the calls that return their whole answer at once."""
    result = returned(operation, speller)
    arguments = [
        *result.arguments,
        *_common(operation, speller, errors, common_headers),
    ]
    return _constant(
        constant_name(operation.name), result.annotation, operation, arguments
    )


def stream_constant(
    operation: Operation,
    streaming: Streaming,
    speller: Speller,
    errors: str,
    common_headers: Mapping[str, str],
) -> str:
    """The statement of the constant for the streaming variant."""
    content = streaming.content
    event = event_annotation(streaming, speller)
    if content.kind is ResponseKind.SSE:
        use = speller.names.use("Sse")
        options = ["envelope=True"] if content.envelope else []
        options += (
            [f"done={string(streaming.done)}"] if streaming.done is not None else []
        )
        stream = f"{use}({', '.join(options)})"
    else:
        stream = f"{speller.names.use('JsonLines')}()"
    arguments = [f"returns=lambda: {event}", f"stream={stream}"]
    is_lines = content.kind is ResponseKind.JSON_LINES
    if is_lines and content.media_type != "application/x-ndjson":
        arguments.append(f"accept={string(content.media_type)}")
    if streaming.resumable:
        arguments.append("resumable=True")
    arguments += _common(operation, speller, errors, common_headers)
    return _constant(constant_name(streaming.name), event, operation, arguments)


def event_annotation(streaming: Streaming, speller: Speller) -> str:
    """The annotation of one event."""
    type_ = streaming.content.type
    return speller.response(type_) if type_ else speller.names.use("Any")


def _constant(
    name: str, annotation: str, operation: Operation, arguments: list[str]
) -> str:
    given = [
        string(operation.id),
        string(operation.method),
        string(operation.path),
        *arguments,
    ]
    return f"{name}: Operation[{annotation}] = Operation({', '.join(given)})"


def _common(
    operation: Operation,
    speller: Speller,
    errors: str,
    common_headers: Mapping[str, str],
) -> list[str]:
    arguments = []
    params = [spelled for p in operation.parameters if (spelled := param(p, speller))]
    if params:
        arguments.append(f"params={tupled(params)}")
    if operation.body is not None:
        arguments.append(f"body={_body(operation.body, speller)}")
    headers = {
        name: value
        for name, value in constants_of(operation, Location.HEADER)
        if common_headers.get(name) != value
    }
    for keyword, pairs in (
        ("headers", headers),
        ("query", dict(constants_of(operation, Location.QUERY))),
    ):
        if pairs:
            arguments.append(f"{keyword}={mapped(pairs.items())}")
    if errors:
        arguments.append(f"errors={errors}")
    if operation.security is not None:
        arguments.append(f"security={security_source(operation.security)}")
    if operation.servers is not None:
        speller.names.use("Server")
        if any(server.variables for server in operation.servers):
            speller.names.use("Variable")
        arguments.append(f"servers={servers_source(operation.servers)}")
    if operation.idempotency_header is not None:
        arguments.append(f"idempotency_header={string(operation.idempotency_header)}")
    return arguments


def security_source(requirements: Iterable[SecurityRequirement]) -> str:
    """The alternatives, each with the schemes that it takes."""
    return tupled(scalars(name for name, _ in each.schemes) for each in requirements)


def _body(body: Body, speller: Speller) -> str:
    content = body.contents[0]
    arguments = [string(content.media_type)]
    if content.kind is not BodyKind.JSON:
        arguments.append(string(_BODY_KINDS[content.kind]))
    if not body.required:
        arguments.append("required=False")
    if body.needed:
        arguments.append(f"needs={scalars(f.wire_name for f in body.needed)}")
    if parts := list(_parts(content, speller)):
        arguments.append(f"parts={mapped(parts)}")
    if content.places:
        places = tupled(_part(each, speller) for each in content.places)
        arguments.append(f"places={places}")
    if others := other_types(body):
        arguments.append(f"others={scalars(others)}")
    if dates := [f.wire_name for f in content.fields if is_date(f, speller)]:
        arguments.append(f"dates={scalars(dates)}")
    return f"{speller.names.use('Body')}({', '.join(arguments)})"


def _parts(content: Content, speller: Speller) -> Iterator[tuple[str, str]]:
    """The fields of a form that are not written as usual, each with how it is."""
    if content.kind not in (BodyKind.FORM, BodyKind.MULTIPART):
        return
    options: dict[str, list[str]] = {}
    if content.kind is BodyKind.MULTIPART:
        options = {f.wire_name: _options(f, speller) for f in content.fields}
    encodings = {encoding.wire_name: encoding for encoding in content.encodings}
    named = [name for name, given in options.items() if given]
    for name in dict.fromkeys([*encodings, *named]):
        encoding = encodings.get(name, PartEncoding(name))
        if name in named or encoding != PartEncoding(name, untyped=encoding.untyped):
            yield name, _part(encoding, speller, options.get(name, []))


def _options(field: Field, speller: Speller) -> list[str]:
    """What the type of a field says of its part."""
    meant = innermost(field.type, speller)
    if meant == Scalar(ScalarKind.BASE64):
        return ["base64=True"]
    if not isinstance(meant, Binary):
        return []
    is_null = isinstance(meaning(field.type, speller.schemas), Nullable)
    is_optional = is_null or not field.required
    return ["file=True", *(["optional=True"] if is_optional else [])]


def _part(encoding: PartEncoding, speller: Speller, further: Sequence[str] = ()) -> str:
    options = []
    if encoding.content_type is not None:
        options.append(f"content_type={string(encoding.content_type)}")
    if encoding.style is not None:
        options.append(f"style={string(encoding.style.value)}")
    if encoding.explode is not None:
        options.append(f"explode={encoding.explode}")
    if encoding.allow_reserved:
        options.append("allow_reserved=True")
    return f"{speller.names.use('Part')}({', '.join([*options, *further])})"
