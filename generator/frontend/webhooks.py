"""Webhooks: what the API sends on its own."""

from __future__ import annotations

from ..document.grammar import METHODS
from ..ir import Example, Source, Type, Webhook
from ..names import pascal
from .context import Context
from .media import examples_of, is_json
from .texts import text
from .types import Converter


def webhooks_of(converter: Converter, context: Context) -> tuple[Webhook, ...]:
    """Every webhook with the type of its JSON body."""
    root = context.document.root
    raw = root.section("webhooks") or root.section("x-webhooks")
    scope = context.scope("webhooks")
    found: list[Webhook] = []
    for wire, entry in raw.items() if raw else ():
        item = context.follow(entry)
        if item is not None and all(item.get(method) is None for method in METHODS):
            context.warn(
                entry,
                f"the webhook {wire!r} has no operation, and is left out",
                "put the operation under the method of its request, such as `post`",
            )
        for method in METHODS if item else ():
            node = (
                context.follow(child) if item and (child := item.get(method)) else None
            )
            if node is None:
                continue
            name = scope.claim(f"{wire}:{method}", pascal(wire, "Webhook"))
            type_: Type | None = None
            examples: tuple[Example, ...] = ()
            body = context.follow(child) if (child := node.get("requestBody")) else None
            for media_type, content in body.items("content") if body else ():
                schema = content.get("schema")
                if is_json(media_type) and schema is not None:
                    type_ = converter.type_of(schema, f"{name}Payload")
                    examples = examples_of(content, context)
                    break
            source = Source(node.file.name, node.pointer)
            found.append(
                Webhook(
                    wire,
                    name,
                    type_,
                    source,
                    text(node, "description"),
                    text(node, "summary"),
                    examples,
                )
            )
    return tuple(found)
