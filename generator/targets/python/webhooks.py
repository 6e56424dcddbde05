"""The module that reads what the API sends on its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...ir import (
    Any,
    Api,
    EnumModel,
    Literal,
    Model,
    Type,
    Union,
    Webhook,
    meaning,
    named,
)
from ...spelling.html import to_text
from ...spelling.titles import called
from .annotations import Names, Speller
from .docstrings import docstring
from .imports import grouped, runtime_imports, standard_imports
from .limits import described
from .literals import literal, mapped, string

# Properties that tell events apart by habit, the most telling first.
_HABITUAL = ("type", "event", "event_type", "eventType", "kind", "object", "topic")


@dataclass(frozen=True, slots=True)
class WebhookModule:
    """The whole module: the union of all payloads and how one is read."""

    doc: str
    imports: tuple[str, ...]
    checked_imports: tuple[str, ...]
    event: str
    tagged: str
    tag: str
    named: str


def webhook_module(api: Api) -> WebhookModule:
    """The view of the webhooks' module."""
    late, checked = Names(), Names()
    runtime = Speller(api.schemas, late, "models.")
    typing = Speller(api.schemas, checked, "models.")
    checked.used.add("Mapping")
    tag, tagged = _tagged(api)
    known = set(tagged.values())
    by_name: dict[str, Type] = {}
    for webhook in api.webhooks:
        if webhook.type not in known:
            # Each method of a path item is a webhook of the same name.
            by_name[webhook.wire_name] = _either(
                by_name.get(webhook.wire_name), webhook.type or Any()
            )
    tables = _table(tagged, runtime), _table(by_name, runtime)
    types = (*tagged.values(), *by_name.values())
    parts = [part for type_ in types for part in typing.response_parts(type_)]
    event = "Any" if "Any" in parts else " | ".join(dict.fromkeys(parts))
    lines = "\n".join(line for webhook in api.webhooks for line in _lines(webhook))
    own = [
        *(["from . import models"] if late.models else []),
        *runtime_imports(late.used | {"Webhooks"}, "."),
    ]
    static = late.used | {"TYPE_CHECKING", "TypeAlias"}
    return WebhookModule(
        docstring(f"What {called(api.title)} sends on its own.\n\n{lines}", 0),
        tuple(grouped([standard_imports(static), own])),
        tuple(standard_imports(checked.used - late.used)),
        string(event),
        tables[0],
        literal(tag),
        tables[1] if by_name else "",
    )


def _lines(webhook: Webhook) -> Iterator[str]:
    """What an event is, and what comes beside its body."""
    yield f"- `{webhook.wire_name}` ({webhook.method}): {_text(webhook)}"
    for parameter in webhook.parameters:
        text = " ".join(described(parameter).split())
        line = f"  - {parameter.location.value} `{parameter.wire_name}`"
        yield f"{line}: {text}" if text else line


def _text(webhook: Webhook) -> str:
    said = to_text(webhook.summary or webhook.doc).strip()
    text = said.split("\n")[0] or "an event"
    return f"{text.rstrip('.')}. Deprecated." if webhook.deprecated else text


def _either(type_: Type | None, other: Type) -> Type:
    if type_ is None or type_ == other:
        return other
    if isinstance(type_, Any) or isinstance(other, Any):
        return Any()
    before = type_.variants if isinstance(type_, Union) else (type_,)
    return Union((*before, other))


def _table(types: Mapping[str, Type], runtime: Speller) -> str:
    return mapped(
        (name, f"lambda: {runtime.response(type_)}") for name, type_ in types.items()
    )


def _tagged(api: Api) -> tuple[str | None, dict[str, Type]]:
    """The property that tells most payloads, and these by its values; not all need have it."""
    found = {wire: _by_tag(wire, api) for wire in _HABITUAL}
    wire = max(found, key=lambda wire: len(set(found[wire].values())))
    return (wire, found[wire]) if found[wire] else (None, {})


def _by_tag(wire: str, api: Api) -> dict[str, Type]:
    """The payloads by the values of a property that no two of them share."""
    types: dict[str, set[Type]] = {}
    for webhook in api.webhooks:
        for value in _constants(webhook.type, wire, api):
            if webhook.type is not None:
                types.setdefault(value, set()).add(webhook.type)
    shared = {type_ for each in types.values() if len(each) > 1 for type_ in each}
    return {value: type_ for value, (type_, *_) in types.items() if type_ not in shared}


def _constants(type_: Type | None, wire: str, api: Api) -> list[str]:
    """The values that a property of a payload has; empty where it may have any."""
    meant = None if type_ is None else meaning(type_, api.schemas)
    if isinstance(meant, Union):
        each = [_constants(variant, wire, api) for variant in meant.variants]
        return [value for values in each for value in values] if all(each) else []
    schema = named(type_, api.schemas)
    fields = schema.fields if isinstance(schema, Model) else ()
    for field in fields:
        if field.wire_name == wire:
            enum = named(field.type, api.schemas)
            kind = enum.type if isinstance(enum, EnumModel) else field.type
            values = kind.values if isinstance(kind, Literal) else ()
            return [value for value in values if isinstance(value, str)]
    return []
