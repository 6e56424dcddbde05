"""The module that reads what the API sends on its own."""

from __future__ import annotations

from dataclasses import dataclass

from ...ir import Alias, Any, Api, EnumModel, Literal, Model, Ref, Schema, Type, Webhook
from .annotations import Names, Speller
from .docstrings import docstring
from .imports import grouped, standard_imports
from .literals import literal, string

# Properties that tell events apart by habit, the most telling first.
_HABITUAL = ("type", "event", "event_type", "eventType", "kind", "object", "topic")


@dataclass(frozen=True, slots=True)
class WebhookModule:
    """The whole module: the union of all payloads and how one is read."""

    doc: str
    imports: tuple[str, ...]
    checked_imports: tuple[str, ...]
    event: str
    table: str
    tag: str


def webhook_module(api: Api) -> WebhookModule:
    """The view of the webhooks' module."""
    late, checked = Names(), Names()
    runtime = Speller(api.schemas, late, "models.")
    typing = Speller(api.schemas, checked, "models.")
    checked.used.add("Mapping")
    tag, types = _types(api)
    pairs = [
        f"{string(name)}: lambda: {runtime.response(type_)}"
        for name, type_ in types.items()
    ]
    parts = [part for type_ in types.values() for part in typing.response_parts(type_)]
    event = "Any" if "Any" in parts else " | ".join(dict.fromkeys(parts))
    lines = "\n".join(
        f"- `{webhook.wire_name}`: {_text(webhook)}" for webhook in api.webhooks
    )
    own = [
        *(["from . import models"] if late.models else []),
        "from ._runtime.webhooks import Webhooks",
    ]
    static = late.used | {"TYPE_CHECKING", "TypeAlias"}
    return WebhookModule(
        docstring(f"What the {api.title} sends on its own.\n\n{lines}", 0),
        tuple(grouped([standard_imports(static), own])),
        tuple(standard_imports(checked.used - late.used)),
        string(event),
        f"{{{', '.join(pairs)}}}",
        literal(tag),
    )


def _text(webhook: Webhook) -> str:
    text = webhook.summary or webhook.doc.split("\n")[0] or "an event"
    return f"{text.rstrip('.')}. Deprecated." if webhook.deprecated else text


def _types(api: Api) -> tuple[str | None, dict[str, Type]]:
    """The property that tells payloads apart, and these by its values.

    Without such a property they stand under the names of the webhooks.
    """
    for wire in _HABITUAL:
        found = _tagged(wire, api)
        if found is not None:
            return wire, found
    return None, {webhook.wire_name: webhook.type or Any() for webhook in api.webhooks}


def _tagged(wire: str, api: Api) -> dict[str, Type] | None:
    """The payloads by the values of a property; `None` where it does not tell them apart."""
    found: dict[str, Type] = {}
    for webhook in api.webhooks:
        values = _constants(webhook.type, wire, api)
        if not values or webhook.type is None:
            return None
        for value in values:
            if found.setdefault(value, webhook.type) != webhook.type:
                return None
    return found


def _constants(type_: Type | None, wire: str, api: Api) -> list[str]:
    schema = _schema(type_, api)
    fields = schema.fields if isinstance(schema, Model) else ()
    for field in fields:
        if field.wire_name == wire:
            named = _schema(field.type, api)
            kind = named.type if isinstance(named, EnumModel) else field.type
            values = kind.values if isinstance(kind, Literal) else ()
            return [value for value in values if isinstance(value, str)]
    return []


def _schema(type_: Type | None, api: Api) -> Schema | None:
    """The named schema that a type stands for, whatever it is called on the way."""
    for _ in api.schemas:
        schema = api.schemas.get(type_.name) if isinstance(type_, Ref) else None
        if not isinstance(schema, Alias):
            return schema
        type_ = schema.type
    return None
