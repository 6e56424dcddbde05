"""Streaming variants: from the media types, or as the configuration declares them."""

from __future__ import annotations

from dataclasses import replace

from ...config import AccumulationSection, Config, StreamingSection, suggestion
from ...errors import Severity
from ...ir import (
    Accumulation,
    Any,
    Field,
    Literal,
    Location,
    Nullable,
    Operation,
    Ref,
    ResponseContent,
    ResponseKind,
    Scalar,
    ScalarKind,
    Slot,
    Streaming,
    Type,
    Union,
)
from ...names import RESERVED_STREAM_CLASSES, Scope
from ..context import Context
from ..types.converter import Converter

_STREAMS = (ResponseKind.SSE, ResponseKind.JSON_LINES)
_FORMATS = {
    "sse": ("text/event-stream", ResponseKind.SSE),
    "jsonl": ("application/x-ndjson", ResponseKind.JSON_LINES),
}


def streaming_of(
    operation: Operation, methods: Scope, converter: Converter
) -> Streaming | None:
    """How an operation streams; `None` where it does not."""
    context = converter.context
    contents = [
        content for response in operation.responses for content in response.contents
    ]
    streams = [content for content in contents if content.kind in _STREAMS]
    content = streams[0] if streams else None
    section = _section(operation, context.config)
    place = ("streaming", context.config.streaming.index(section) if section else 0)
    if section is not None:
        content = _declared(section, content, operation, place, converter)
    if content is None:
        return None
    flag, only, name = _flag(operation), len(streams) == len(contents), operation.name
    if section and section.flag:
        flag = _declared_flag(section.flag, operation, place, context)
    found = Streaming(
        name=name if only else methods.claim(f"{name}:stream", f"{name}_stream"),
        content=content,
        flag=flag,
        only=only,
        flag_in_query=flag is not None and flag not in _fields(operation),
    )
    if section is None:
        return found
    adds_up = section.accumulation
    at = (*place, "accumulation")
    return replace(
        found,
        done=section.done,
        resumable=section.resume,
        accumulation=_accumulation(adds_up, at, context) if adds_up else None,
    )


def _section(operation: Operation, config: Config) -> StreamingSection | None:
    for section in config.streaming:
        if operation.id in section.operations:
            return section
    return None


def _declared(
    section: StreamingSection,
    described: ResponseContent | None,
    operation: Operation,
    place: tuple[str | int, ...],
    converter: Converter,
) -> ResponseContent | None:
    """The stream as a section of the configuration has it; `None` where there is none."""
    context = converter.context
    content = described
    if section.event is not None:
        event = _event(section, place, converter)
        if event is not None and described is not None:
            event = replace(event, examples=described.examples)
        content = event or described
    elif described is None:
        context.reject(
            place,
            f"{operation.id!r} answers with no stream in the description",
            "name the schema of one event (`event:`), or remove the operation here",
        )
    if content is None:
        return None
    if section.done and content.kind is ResponseKind.JSON_LINES:
        context.reject(
            (*place, "done"),
            "lines of JSON end without a mark, so this is ignored",
            "remove it",
            Severity.WARNING,
        )
    if section.envelope is None:
        return content
    return replace(content, envelope=section.envelope)


def _event(
    section: StreamingSection, place: tuple[str | int, ...], converter: Converter
) -> ResponseContent | None:
    """A stream of the schema that a section names; `None` where there is no such schema."""
    context = converter.context
    node = context.components.get(str(section.event))
    if node is not None:
        media_type, kind = _FORMATS[section.format]
        event = Ref(converter.add_named(node))
        return ResponseContent(media_type, kind, event, bool(section.envelope))
    context.reject(
        (*place, "event"),
        f"there is no schema {section.event!r} in the description",
        suggestion(str(section.event), context.components)
        or "name a key of components.schemas",
    )
    return None


def _flag(operation: Operation) -> str | None:
    """The boolean body field that asks for a stream, by its usual name."""
    field = _fields(operation).get("stream")
    return "stream" if field is not None and _is_boolean(field.type) else None


def _declared_flag(
    name: str, operation: Operation, place: tuple[str | int, ...], context: Context
) -> str | None:
    """The field or query parameter of that name; `None` where it cannot ask for a stream."""
    known: dict[str, Type] = {
        each.wire_name: each.type
        for each in operation.parameters
        if each.location is Location.QUERY
    }
    known |= {name: field.type for name, field in _fields(operation).items()}
    if name in known and _takes_true(known[name]):
        return name
    # A body of another kind need not have the field that the preferred one has.
    if not operation.variant:
        fact = f"{operation.id!r} has no field or query parameter {name!r}"
        remedy = suggestion(name, known) or "name one that is boolean, or remove it"
        if name in known:
            fact, remedy = f"{name!r} of {operation.id!r} is no boolean", "name another"
        context.reject((*place, "flag"), fact, remedy)
    return None


def _takes_true(type_: Type) -> bool:
    match type_:
        case Nullable(inner):
            return _takes_true(inner)
        case Union(variants):
            return any(map(_takes_true, variants))
        case Ref() | Any():
            return True
        case _:
            return _is_boolean(type_)


def _fields(operation: Operation) -> dict[str, Field]:
    """The fields of the body that are arguments, by wire name."""
    fields = operation.body.contents[0].fields if operation.body else ()
    return {field.wire_name: field for field in fields}


def _is_boolean(type_: Type) -> bool:
    match type_:
        case Nullable(inner):
            return _is_boolean(inner)
        case Literal(values):
            return any(value is True for value in values)
        case _:
            return type_ == Scalar(ScalarKind.BOOLEAN)


def _accumulation(
    section: AccumulationSection, place: tuple[str | int, ...], context: Context
) -> Accumulation:
    sections = [each.accumulation for each in context.config.streaming]
    others = [each for each in sections if each and each != section]
    names = {section.class_, f"Async{section.class_}"}
    taken = {name for each in others for name in (each.class_, f"Async{each.class_}")}
    if not names.isdisjoint(RESERVED_STREAM_CLASSES | taken):
        context.tell_taken((*place, "class"), section.class_)
    keyed = {key: context.named(node) for key, node in context.components.items()}
    slots = []
    for name, slot in section.slots.items():
        known = keyed.get(slot.schema_)
        if known is None:
            context.reject(
                (*place, "slots", name, "schema"),
                f"there is no schema {slot.schema_!r} in the description",
                suggestion(slot.schema_, keyed) or "name a key of components.schemas",
            )
        slots.append(
            Slot(
                name,
                Ref(known) if known else Any(),
                slot.replace,
                tuple((tag, steps(path)) for tag, path in slot.merge.items()),
                steps(slot.key) if slot.key else (),
            )
        )
    texts = tuple((tag, steps(path)) for tag, path in section.texts.items())
    tag = steps(section.tag) if section.tag else ()
    return Accumulation(section.class_, tuple(slots), texts, tag)


def steps(path: str) -> tuple[str, ...]:
    """A dotted path of the configuration as wire names."""
    return tuple(path.split("."))
