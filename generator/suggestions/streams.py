"""Streams that a description tells of in words, or by a flag, and by no media type."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from ..document import Document
from ..ir import (
    Alias,
    Api,
    EnumModel,
    Field,
    Literal,
    Location,
    Model,
    Operation,
    Parameter,
    ResponseKind,
    Scalar,
    ScalarKind,
    Schema,
    Type,
    but_null,
)
from ..references import references, schema_references
from .events import Told, events_told
from .writing import listed, scalar

_DONE = "[DONE]"
_EVENTS = re.compile(r"server[- ]sent[- ]events?|text/event-stream|\bSSE\b(?!-)", re.I)
# A file may have lines of JSON as well; that they are sent one by one has to be said.
_LINES = re.compile(
    r"\bstream(?:s|ed|ing)?\b[^.]*?(?:\b(?:newline|line)[- ]delimited JSON|\bJSON[- ]?lines\b"
    r"|\b(?:x-)?nd-?json\b|\bjsonl\b)",
    re.I,
)
_ASKING = re.compile(
    r"\bas a stream\b|\bstream(?:ed|ing)? (?:back|the (?:answer|output|response|result))",
    re.I,
)


def streaming(document: Document, api: Api) -> str:
    """How the streams that are known end, and a proposal for those that are not."""
    told = events_told(document)
    ending: dict[str, list[str]] = {}
    suspects: dict[tuple[str, ...], list[str]] = {}
    for operation in api.operations():
        if operation.variant:
            continue
        about = told.get((operation.method, operation.path), Told())
        if operation.streaming is not None:
            is_event_stream = operation.streaming.content.kind is ResponseKind.SSE
            done = about.done or (_DONE if _ends(operation, api) else None)
            if is_event_stream and done is not None:
                ending.setdefault(done, []).append(operation.id)
        elif (pairs := _suspected(operation, api, about)) is not None:
            suspects.setdefault(pairs, []).append(operation.id)
    lines: list[str] = []
    if ending:
        lines += [
            "# Inferred; what the server says where a stream ends.",
            "streaming:",
        ]
    for done, ids in ending.items():
        lines += [f"  - operations: {listed(ids)}", f"    done: {scalar(done)}"]
    if suspects:
        lines.append(
            "# These tell of a stream in words, by a flag or an extension, not as an answer."
        )
        lines += [] if ending else ["# streaming:"]
    for pairs, ids in suspects.items():
        lines += [
            f"#   - operations: {listed(ids)}",
            *(f"#     {pair}" for pair in pairs),
        ]
    return "\n".join([*lines, ""]) if lines else ""


def _suspected(operation: Operation, api: Api, about: Told) -> tuple[str, ...] | None:
    """What can be said of a stream that an operation may have; `None` where it has none."""
    event = f"event: {scalar(about.event or 'NameOfTheEventSchema')}"
    if about.is_stream:
        known = (("flag", about.flag), ("format", about.format), ("done", about.done))
        return (event, *(f"{key}: {scalar(value)}" for key, value in known if value))
    flag = next(_flags(operation), None)
    texts = [*_texts(operation), flag.doc if flag is not None else ""]
    said = "\n".join(texts)
    in_lines = bool(_LINES.search(said))
    if flag is None and not in_lines and not _EVENTS.search(said):
        return None
    pairs = [f"flag: {scalar(flag.wire_name)}"] if flag is not None else []
    if in_lines and not _EVENTS.search(said):
        pairs.append("format: jsonl")
    elif _ends(operation, api):
        pairs.append(f"done: {scalar(_DONE)}")
    return (event, *pairs)


def _flags(operation: Operation) -> Iterator[Field | Parameter]:
    """Booleans that ask for a stream, by their name or by what is said of them."""
    if operation.body is not None:
        yield from filter(_asks_for_stream, operation.body.contents[0].fields)
    for parameter in operation.parameters:
        if parameter.location is Location.QUERY and _asks_for_stream(parameter):
            yield parameter


def _asks_for_stream(thing: Field | Parameter) -> bool:
    return but_null(thing.type) == Scalar(ScalarKind.BOOLEAN) and (
        thing.wire_name == "stream" or bool(_ASKING.search(thing.doc))
    )


def _texts(operation: Operation) -> Iterator[str]:
    yield from (operation.summary, operation.doc, operation.path_doc)
    for response in operation.responses:
        yield response.doc
        for content in response.contents:
            for example in content.examples:
                yield example.doc
                yield json.dumps(example.value)


def _ends(operation: Operation, api: Api) -> bool:
    """Whether a stream is said to end with a mark, in words, an example or a schema."""
    types = [
        field.type
        for content in (operation.body.contents[:1] if operation.body else ())
        for field in content.fields
        if field.wire_name.startswith("stream")
    ]
    told = [*_texts(operation), *(flag.doc for flag in _flags(operation))]
    if (stream := operation.streaming) is not None:
        told += [json.dumps(example.value) for example in stream.content.examples]
        types += [stream.content.type] if stream.content.type is not None else []
    for schema in _reached(types, api):
        told += _told_by(schema)
    return any(_DONE in text for text in told)


def _reached(types: list[Type], api: Api) -> Iterator[Schema]:
    queue = [name for type_ in types for name in references(type_)]
    seen: set[str] = set()
    while queue:
        name = queue.pop()
        schema = api.schemas.get(name)
        if name not in seen and schema is not None:
            seen.add(name)
            queue += schema_references(schema)
            yield schema


def _told_by(schema: Schema) -> Iterator[str]:
    """What a schema and its fields are for, and their fixed values."""
    yield schema.doc
    match schema:
        case Model():
            yield from (field.doc for field in schema.fields)
            types = [field.type for field in schema.fields]
        case Alias() | EnumModel():
            types = [schema.type]
    for type_ in types:
        if isinstance(type_, Literal):
            yield from map(str, type_.values)
