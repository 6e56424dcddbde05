"""Examples of the description that the docs do not show, by what the docs choose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import chain
from typing import assert_never

from ...document import Node
from ...errors import clip
from ...examples import Fitter, misfit
from ...ir import (
    Alias,
    Api,
    BodyKind,
    Constraints,
    EnumModel,
    Example,
    Json,
    Model,
    Operation,
    Ref,
    Response,
    ResponseContent,
    ResponseKind,
    Schema,
    Source,
    Type,
    Union,
    but_null,
)
from ...pointers import child, join, split
from ..context import Context

_MISFIT = "an example that does not fit its schema"
_OTHER = "an example of another form of an answer"
_MOST_HOPS = 8
# The others have no structure that an example could miss.
_STRUCTURED = (BodyKind.JSON, BodyKind.FORM, BodyKind.MULTIPART)


@dataclass(frozen=True, slots=True)
class _Shown:
    """One example: where it stands, or what it belongs to, and what it has to fit.

    `steps` lead from the source to what it belongs to.
    """

    source: Source
    name: str
    value: Json
    type: Type
    limits: Constraints
    steps: tuple[str, ...] = ()


def tell_unshown(api: Api, context: Context) -> None:
    """Counts the examples that are wrong, and those for which the docs have no place."""
    fitter = Fitter(api.schemas)
    wrong = [
        one
        for one in _each_once(_examples(api), api)
        if not fitter.fits(one.value, one.type, one.limits)
    ]
    if wrong:
        first = wrong[0]
        context.tally.note(
            _MISFIT,
            _written(first, context),
            f"here, {_reason(first, fitter)}; the docs make no call or answer of it",
            "correct the one or the other",
            len(wrong),
        )
    places = (_others(operation) for operation in api.operations())
    for source in dict.fromkeys(chain.from_iterable(places)):
        context.tally.note(
            _OTHER,
            _node(source, context),
            "the docs show the form that is asked for",
        )


def _reason(one: _Shown, fitter: Fitter) -> str:
    found = misfit(fitter, one.value, one.type, one.limits)
    assert found is not None, "only what does not fit is told"
    way = reduce(join, found.path, "")
    return f"at {clip(way)}, {found.reason}" if way else found.reason


def _written(one: _Shown, context: Context) -> Node:
    """The example itself, or as near to it as can be said."""
    around = _node(one.source, context)
    holder = around.section(*one.steps) or around
    found = (each for each in _examples_at(holder) if each.value == one.value)
    return next(found, holder)


def _examples_at(holder: Node, hops: int = 0) -> Iterator[Node]:
    """The examples of a schema, parameter, header or body, and those of what it refers to."""
    if (example := holder.get("example")) is not None:
        yield example
    yield from holder.elements("examples")
    for _, entry in holder.items("examples"):
        target = Context.try_follow(entry)
        value = target.get("value") if target is not None else None
        if value is not None:
            yield value
    target = Context.try_follow(holder) if holder.ref is not None else None
    inner = (target, holder.get("schema"), *holder.elements("allOf"))
    for each in inner if hops < _MOST_HOPS else ():
        if each is not None:
            yield from _examples_at(each, hops + 1)


def _node(source: Source, context: Context) -> Node:
    files = {file.name: file for file in context.document.files}
    file = files[source.file]
    value = reduce(child, split(source.pointer), file.data)
    return Node(context.document, file, source.pointer, value)


def _each_once(examples: Iterator[_Shown], api: Api) -> Iterator[_Shown]:
    """Without those that many places share: by a name, or as one of a schema with a name."""
    seen: set[tuple[str, str]] = set()
    for one in examples:
        inner = but_null(one.type)
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
                webhook.examples,
                webhook.source,
                webhook.type,
                webhook.constraints,
                ("requestBody",),
            )
    for schema in api.schemas.values():
        yield from _of_schema(schema)


def _of_operation(operation: Operation) -> Iterator[_Shown]:
    source = operation.source
    for each in operation.parameters:
        name = f"{each.location.value} {each.wire_name}"
        at = each.source or source
        for value in each.examples:
            yield _Shown(at, name, value, each.type, each.constraints)
    body = operation.body.contents[0] if operation.body else None
    if body is not None and body.kind in _STRUCTURED:
        steps = ("requestBody", "content", body.media_type)
        yield from _of_body(body.examples, source, body.type, body.constraints, steps)
    for response in (*operation.responses, *operation.errors):
        of_response = ("responses", response.status)
        for header in response.headers:
            name = f"answer {header.wire_name}"
            at_header = (*of_response, "headers", header.wire_name)
            for value in header.examples:
                yield _Shown(
                    source, name, value, header.type, header.constraints, at_header
                )
        for content in response.contents:
            if content.kind is ResponseKind.JSON and content.type is not None:
                at_content = (*of_response, "content", content.media_type)
                yield from _of_body(
                    content.examples,
                    source,
                    content.type,
                    content.constraints,
                    at_content,
                )


def _of_body(
    examples: Iterable[Example],
    around: Source,
    type_: Type,
    limits: Constraints,
    steps: tuple[str, ...],
) -> Iterator[_Shown]:
    for example in examples:
        source = example.source or around
        name = f"{source.file}#{source.pointer}"
        way = () if example.source else steps
        yield _Shown(source, name, example.value, type_, limits, way)


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
        at = each.source or source
        for value in each.examples:
            inner = f"{name}.{each.wire_name}"
            yield _Shown(at, inner, value, each.type, each.constraints)


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
