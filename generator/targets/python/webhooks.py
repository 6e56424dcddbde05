"""The module that reads what the API sends on its own."""

from __future__ import annotations

from dataclasses import dataclass

from ...ir import Api, Literal, Model, Ref, Webhook
from .annotations import Names, Speller
from .docstrings import docstring
from .imports import grouped, standard_imports
from .literals import literal, string


@dataclass(frozen=True, slots=True)
class WebhookModule:
    """The whole module: the union of all payloads and how one is read."""

    imports: tuple[str, ...]
    payload: str
    table: str
    tag: str
    doc: str


def webhook_module(api: Api) -> WebhookModule:
    """The view of the webhooks' module."""
    names = Names()
    speller = Speller(api.schemas, names, "models.")
    spelled = {
        webhook.wire_name: (
            speller.response(webhook.type) if webhook.type else names.use("Any")
        )
        for webhook in api.webhooks
    }
    tag = _tag(api)
    pairs = []
    for webhook in api.webhooks:
        for key in _keys(webhook, tag, api):
            pairs.append(f"{key}: lambda: {spelled[webhook.wire_name]}")
    payload = " | ".join(dict.fromkeys(spelled.values()))
    if "Any" in payload.split(" | "):
        payload = names.use("Any")
    lines = "\n".join(
        f"- `{webhook.wire_name}`: {_text(webhook)}" for webhook in api.webhooks
    )
    return WebhookModule(
        tuple(grouped([standard_imports(names.used)])),
        payload,
        f"{{{', '.join(dict.fromkeys(pairs))}}}",
        literal(tag),
        docstring(f"What the {api.title} sends on its own.\n\n{lines}", 0),
    )


def _text(webhook: Webhook) -> str:
    return webhook.summary or webhook.doc.split("\n")[0] or "an event"


def _tag(api: Api) -> str | None:
    """The property whose constant value tells the payloads apart."""
    for wire in ("type", "event", "event_type", "eventType", "kind", "object", "topic"):
        found = [_constants(webhook, wire, api) for webhook in api.webhooks]
        if all(found):
            return wire
    return None


def _keys(webhook: Webhook, tag: str | None, api: Api) -> list[str]:
    if tag is None:
        return [string(webhook.wire_name)]
    return [literal(value) for value in _constants(webhook, tag, api)]


def _constants(webhook: Webhook, wire: str, api: Api) -> list[str]:
    schema = (
        api.schemas.get(webhook.type.name) if isinstance(webhook.type, Ref) else None
    )
    fields = schema.fields if isinstance(schema, Model) else ()
    for field in fields:
        if field.wire_name == wire and isinstance(field.type, Literal):
            return [value for value in field.type.values if isinstance(value, str)]
    return []
