"""Webhooks: what the API sends on its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...document import Node, methods_in
from ...ir import Constraints, Example, Parameter, Source, Type, Webhook
from ...names import pascal
from ..context import Context
from ..shapes.limits import limits_of
from ..texts import elsewhere, rest_of, says, sections, text, told
from ..types.converter import Converter
from .endpoints import Endpoint, Hook
from .media import examples_with, is_json
from .parameters import declared_by, parameter_of

_ANSWERS = "an answer to a webhook is the caller's own to write"
# Keyword of an operation to what becomes of it where it is a webhook's.
_IDLE = {
    "security": "whether such a request comes from the API is for the caller to check",
    "servers": "webhooks come to addresses of the caller's own",
}


def webhooks_of(hooks: Iterable[Hook], converter: Converter) -> tuple[Webhook, ...]:
    """Every webhook with the type of its JSON body."""
    scope = converter.context.scope("webhooks")
    found: list[Webhook] = []
    for hook in hooks:
        name = scope.claim(hook.identity, pascal(hook.wire, "Webhook"))
        at = replace(hook.endpoint, id=name)
        found.append(_webhook(hook.wire, at, converter))
    return tuple(found)


def hooks_of(context: Context) -> list[Hook]:
    """Every webhook of the description, called by its operationId or its name."""
    found: list[Hook] = []
    for wire, entry in _entries(context.document.root):
        held = context.follow(entry)
        if held is None:
            continue
        items = _items(held, context)
        if not items:
            context.warn(
                entry,
                f"the webhook {wire!r} has no operation, and is left out",
                "put the operation under the method of its request, such as `post`",
            )
        for number, item in enumerate(items):
            for method, child in methods_in(item).items():
                node = context.follow(child)
                if node is not None:
                    identity = f"{wire}:{method}" + (f":{number}" if number else "")
                    id_ = text(node, "operationId") or wire
                    at = Endpoint(id_, "", method, (item,), node, child.key, id_, id_)
                    found.append(Hook(wire, identity, at))
    return found


def _entries(root: Node) -> Iterator[tuple[str, Node]]:
    """Webhooks by name, also from before OpenAPI had a place for them."""
    found: dict[str, Node] = {}
    for key in ("webhooks", "x-webhooks"):
        section = root.section(key)
        for wire, entry in section.items() if section else ():
            found.setdefault(wire, entry)
    yield from found.items()


def _items(held: Node, context: Context) -> list[Node]:
    """The path items of a webhook: one, or those by their addresses, as callbacks have them."""
    if _has_operation(held):
        return [held]
    below = (child for key, child in held.items() if not key.startswith("x-"))
    found = (context.try_follow(child) for child in below)
    return [item for item in found if item is not None and _has_operation(item)]


def _has_operation(item: Node) -> bool:
    return bool(methods_in(item))


def _webhook(wire: str, at: Endpoint, converter: Converter) -> Webhook:
    context, (item,), node = converter.context, at.items, at.node
    type_: Type | None = None
    examples: tuple[Example, ...] = ()
    limits, said = Constraints(), ""
    body = context.follow(child) if (child := node.get("requestBody")) else None
    content = _payload(body, context) if body else None
    if content is not None and (schema := content.get("schema")) is not None:
        type_ = converter.type_of(schema, f"{at.id}Payload")
        shape = context.flattener.flatten((schema,))
        examples = examples_with(content, shape, type_, context)
        limits = limits_of(shape, type_, context.flattener)
        said = context.unnamed(shape, type_, at.id)
    for keyword, fact in _IDLE.items():
        if (idle := node.get(keyword)) is not None:
            context.tally.note(f"`{keyword}` of a webhook", idle, fact)
    summary = text(node, "summary") or text(item, "summary")
    doc = text(node, "description") or text(item, "description")
    payload = text(body, "description") if body else ""
    return Webhook(
        wire,
        at.id,
        type_,
        Source(*node.key),
        sections(doc, rest_of((item,), summary, doc), payload, said),
        summary,
        examples,
        says(node, "deprecated"),
        tuple(_answers(node, context)),
        tuple(_parameters(at, converter)),
        limits,
        at.sent_method,
        elsewhere(node),
    )


def _payload(body: Node, context: Context) -> Node | None:
    """The JSON of a body. What else it may be is told."""
    found: Node | None = None
    for media_type, content in body.items("content"):
        if found is None and is_json(media_type):
            found = context.follow(content)
        else:
            context.tally.note(
                "another form of a webhook's body",
                content,
                "`parse_webhook` reads the first that is JSON",
            )
    return found


def _parameters(at: Endpoint, converter: Converter) -> Iterator[Parameter]:
    for (location, wire), node in declared_by(at, converter.context).items():
        yield parameter_of(node, wire, location, at.id, converter)


def _answers(node: Node, context: Context) -> Iterator[tuple[str, str]]:
    for status, entry in node.items("responses"):
        response = context.follow(entry)
        if response is None or status.startswith("x-"):
            continue
        yield status, told(response)
        for keyword in ("headers", "content"):
            if (idle := response.get(keyword)) is not None:
                what = f"`{keyword}` of an answer to a webhook"
                context.tally.note(what, idle, _ANSWERS)
