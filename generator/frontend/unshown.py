"""Examples of the description that the docs do not show, by what the docs choose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import assert_never

from ..document import Node
from ..examples import Fitter
from ..ir import (
    Alias,
    Api,
    BodyKind,
    Constraints,
    EnumModel,
    Example,
    Json,
    Model,
    Nullable,
    Operation,
    Ref,
    Response,
    ResponseContent,
    ResponseKind,
    Schema,
    Source,
    Type,
    Union,
)
from .context import Context

_MISFIT = "an example that does not fit its schema"
_OTHER = "an example of another form of an answer"
# The others have no structure that an example could miss.
_STRUCTURED = (BodyKind.JSON, BodyKind.FORM, BodyKind.MULTIPART)


@dataclass(frozen=True, slots=True)
class _Shown:
    """One example: where it stands, or what it belongs to, and what it has to fit."""

    source: Source
    name: str
    value: Json
    type: Type
    limits: Constraints


def tell_unshown(api: Api, context: Context) -> None:
    """Counts the examples that are wrong, and those for which the docs have no place."""
    fitter = Fitter(api.schemas)
    for one in _each_once(_examples(api), api):
        if not fitter.fits(one.value, one.type, one.limits):
            context.tally.note(
                _MISFIT,
                _node(one.source, context),
                "the docs make no call or answer of it",
                "correct the one or the other",
            )
    places = (_others(operation) for operation in api.operations())
    for source in dict.fromkeys(chain.from_iterable(places)):
        context.tally.note(
            _OTHER,
            _node(source, context),
            "the docs show the form that is asked for",
        )


def _node(source: Source, context: Context) -> Node:
    files = {file.name: file for file in context.document.files}
    return Node(context.document, files[source.file], source.pointer, None)


def _each_once(examples: Iterator[_Shown], api: Api) -> Iterator[_Shown]:
    """Without those that many places share: by a name, or as one of a schema with a name."""
    seen: set[tuple[str, str]] = set()
    for one in examples:
        inner = one.type.type if isinstance(one.type, Nullable) else one.type
        schema = api.schemas.get(inner.name) if isinstance(inner, Ref) else None
        is_shared = schema is not None and one.value in schema.examples
        key = (one.name, repr(one.value))
        if key not in seen and not is_shared:
            seen.add(key)
            yield one


def _examples(api: Api) -> Iterator[_Shown]:
    for operation in api.operations():
        yield from _of_operation(operation)
    for webhook in api.webhooks:
        if webhook.type is not None:
            yield from _of_body(
                webhook.examples, webhook.source, webhook.type, webhook.constraints
            )
    for schema in api.schemas.values():
        yield from _of_schema(schema)


def _of_operation(operation: Operation) -> Iterator[_Shown]:
    source = operation.source
    for each in operation.parameters:
        name = f"{each.location.value} {each.wire_name}"
        for value in each.examples:
            yield _Shown(source, name, value, each.type, each.constraints)
    body = operation.body.contents[0] if operation.body else None
    if body is not None and body.kind in _STRUCTURED:
        yield from _of_body(body.examples, source, body.type, body.constraints)
    for response in (*operation.responses, *operation.errors):
        for header in response.headers:
            name = f"answer {header.wire_name}"
            for value in header.examples:
                yield _Shown(source, name, value, header.type, header.constraints)
        for content in response.contents:
            if content.kind is ResponseKind.JSON and content.type is not None:
                yield from _of_body(
                    content.examples, source, content.type, content.constraints
                )


def _of_body(
    examples: Iterable[Example], around: Source, type_: Type, limits: Constraints
) -> Iterator[_Shown]:
    for example in examples:
        source = example.source or around
        name = f"{source.file}#{source.pointer}"
        yield _Shown(source, name, example.value, type_, limits)


def _of_schema(schema: Schema) -> Iterator[_Shown]:
    source, name = schema.source, schema.name
    for value in schema.examples:
        match schema:
            case Alias():
                yield _Shown(source, name, value, schema.type, schema.constraints)
            case EnumModel():
                yield _Shown(source, name, value, schema.type, Constraints())
            case Model():
                # As the type of a field it would count as one of its own examples.
                yield _Shown(source, name, value, Union((Ref(name),)), Constraints())
            case _:
                assert_never(schema)
    for each in schema.fields if isinstance(schema, Model) else ():
        for value in each.examples:
            inner = f"{name}.{each.wire_name}"
            yield _Shown(source, inner, value, each.type, each.constraints)


def _others(operation: Operation) -> Iterator[Source]:
    """Where the examples of forms of an answer stand that are not the one asked for."""
    streaming = operation.streaming
    streamed = streaming.content.examples if streaming is not None else ()
    for response in (*operation.responses, *operation.errors):
        asked = _asked(response)
        for content in response.contents:
            for example in content.examples:
                is_shown = content is asked and _is_showable(content, example)
                if example.source and not is_shown and example not in streamed:
                    yield example.source


def _asked(response: Response) -> ResponseContent | None:
    for kind in ResponseKind:
        for content in response.contents:
            if content.kind is kind:
                return content
    return None


def _is_showable(content: ResponseContent, example: Example) -> bool:
    """Whether it is spelled as what comes: text where that has no structure."""
    plain = (ResponseKind.TEXT, ResponseKind.BINARY)
    return content.kind not in plain or isinstance(example.value, str)
