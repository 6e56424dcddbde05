"""Streaming variants: from the media types, or as the configuration declares them."""

from __future__ import annotations

from ..config import AccumulationSection, Config, StreamingSection, suggestion
from ..ir import (
    Accumulation,
    Any,
    Field,
    Literal,
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
)
from ..names import Scope
from .context import Context
from .types import Converter

_STREAMS = (ResponseKind.SSE, ResponseKind.JSON_LINES)


def streaming_of(
    operation: Operation, methods: Scope, converter: Converter, context: Context
) -> Streaming | None:
    """How an operation streams; `None` where it does not."""
    section = _section(operation, context.config)
    contents = [
        content for response in operation.responses for content in response.contents
    ]
    streams = [content for content in contents if content.kind in _STREAMS]
    declared = (
        _declared(section, converter, context) if section and section.event else None
    )
    content = declared or (streams[0] if streams else None)
    if content is None:
        return None
    if section and section.envelope is not None:
        content = ResponseContent(
            content.media_type,
            content.kind,
            content.type,
            section.envelope,
            content.examples,
        )
    only = all(c.kind in _STREAMS for c in contents)
    name = operation.name
    return Streaming(
        name=name if only else methods.claim(f"{name}:stream", f"{name}_stream"),
        content=content,
        flag=section.flag if section and section.flag else _flag(operation),
        only=only,
        done=section.done if section else None,
        resumable=section.resume if section else False,
        accumulation=(
            _accumulation(
                section.accumulation,
                ("streaming", context.config.streaming.index(section), "accumulation"),
                context,
            )
            if section and section.accumulation
            else None
        ),
    )


def _section(operation: Operation, config: Config) -> StreamingSection | None:
    for section in config.streaming:
        if operation.id in section.operations:
            return section
    return None


def _declared(
    section: StreamingSection, converter: Converter, context: Context
) -> ResponseContent | None:
    for key, node in context.components:
        if key == section.event:
            kind = (
                ResponseKind.SSE if section.format == "sse" else ResponseKind.JSON_LINES
            )
            media_type = (
                "text/event-stream"
                if section.format == "sse"
                else "application/x-ndjson"
            )
            return ResponseContent(
                media_type, kind, Ref(converter.add_named(node)), bool(section.envelope)
            )
    keys = [key for key, _ in context.components]
    context.add(
        context.config.problem(
            ("streaming", context.config.streaming.index(section), "event"),
            f"there is no schema {section.event!r} in the description",
            suggestion(str(section.event), keys) or "name a key of components.schemas",
        )
    )
    return None


def _flag(operation: Operation) -> str | None:
    """The boolean body field that asks for a stream, by its usual name."""
    fields: tuple[Field, ...] = (
        operation.body.contents[0].fields if operation.body else ()
    )
    for field in fields:
        if field.wire_name == "stream" and _is_boolean(field.type):
            return field.wire_name
    return None


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
    keyed = {key: context.named(node) for key, node in context.components}
    slots = []
    for name, slot in section.slots.items():
        known = keyed.get(slot.schema_)
        if known is None:
            context.add(
                context.config.problem(
                    (*place, "slots", name, "schema"),
                    f"there is no schema {slot.schema_!r} in the description",
                    suggestion(slot.schema_, keyed)
                    or "name a key of components.schemas",
                )
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
    return Accumulation(section.class_, tuple(slots), texts)


def steps(path: str) -> tuple[str, ...]:
    """A dotted path of the configuration as wire names."""
    return tuple(path.split("."))
