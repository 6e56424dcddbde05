"""Webhooks: what the API sends on its own."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Node
from ..document.grammar import METHODS
from ..ir import Example, Source, Type, Webhook
from ..names import pascal
from .context import Context
from .media import examples_of, is_json
from .texts import rest_of, text, told
from .types import Converter


def webhooks_of(converter: Converter, context: Context) -> tuple[Webhook, ...]:
    """Every webhook with the type of its JSON body."""
    root = context.document.root
    raw = root.section("webhooks") or root.section("x-webhooks")
    scope = context.scope("webhooks")
    found: list[Webhook] = []
    for wire, entry in raw.items() if raw else ():
        item = context.follow(entry)
        if item is None:
            continue
        if all(item.get(method) is None for method in METHODS):
            context.warn(
                entry,
                f"the webhook {wire!r} has no operation, and is left out",
                "put the operation under the method of its request, such as `post`",
            )
        for method in METHODS:
            node = context.follow(child) if (child := item.get(method)) else None
            if node is not None:
                name = scope.claim(f"{wire}:{method}", pascal(wire, "Webhook"))
                found.append(_webhook(wire, name, node, item, converter, context))
    return tuple(found)


def _webhook(
    wire: str,
    name: str,
    node: Node,
    item: Node,
    converter: Converter,
    context: Context,
) -> Webhook:
    type_: Type | None = None
    examples: tuple[Example, ...] = ()
    body = context.follow(child) if (child := node.get("requestBody")) else None
    for media_type, content in body.items("content") if body else ():
        schema = content.get("schema")
        if is_json(media_type) and schema is not None:
            type_ = converter.type_of(schema, f"{name}Payload")
            examples = examples_of(content, context)
            break
    summary = text(node, "summary") or text(item, "summary")
    doc = text(node, "description") or text(item, "description")
    payload = text(body, "description") if body else ""
    parts = (doc, rest_of((item,), summary, doc), payload)
    return Webhook(
        wire,
        name,
        type_,
        Source(node.file.name, node.pointer),
        "\n\n".join(part for part in parts if part),
        summary,
        examples,
        isinstance(node.value, dict) and node.value.get("deprecated") is True,
        tuple(_answers(node, context)),
    )


def _answers(node: Node, context: Context) -> Iterator[tuple[str, str]]:
    for status, entry in node.items("responses"):
        response = context.follow(entry)
        if response is not None and not status.startswith("x-"):
            yield status, told(response)
