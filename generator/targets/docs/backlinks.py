"""Who speaks of a schema: the operations and the other schemas that use it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ...ir import Api, Operation, Type
from ...references import references, schema_references
from .pages import Place


@dataclass(frozen=True, slots=True)
class Uses:
    """Operations by `Place.key`, schemas and webhooks by name: each once, in order."""

    sent_by: dict[str, Place] = field(default_factory=dict)
    returned_by: dict[str, Place] = field(default_factory=dict)
    raised_by: dict[str, Place] = field(default_factory=dict)
    part_of: dict[str, None] = field(default_factory=dict)
    webhooks: dict[str, None] = field(default_factory=dict)


Backlinks = Mapping[str, Uses]
"""The uses of every schema of an API."""


def backlinks(api: Api, places: Iterable[Place]) -> Backlinks:
    """The uses of all schemas, gathered in one walk over what uses them."""
    found = {name: Uses() for name in api.schemas}
    for place in places:
        for name in _named(_sent(place.operation), found):
            found[name].sent_by[place.key] = place
        for name in _named(_returned(place.operation), found):
            found[name].returned_by[place.key] = place
        for name in _named(_raised(place.operation), found):
            found[name].raised_by[place.key] = place
    for schema in api.schemas.values():
        for name in schema_references(schema):
            if name in found and name != schema.name:
                found[name].part_of[schema.name] = None
    for webhook in api.webhooks:
        for name in _named([webhook.type] if webhook.type else [], found):
            found[name].webhooks[webhook.wire_name] = None
    return found


def _named(types: Iterable[Type], known: Mapping[str, Uses]) -> Iterator[str]:
    return (name for type_ in types for name in references(type_) if name in known)


def _sent(operation: Operation) -> Iterator[Type]:
    for parameter in operation.parameters:
        yield parameter.type
    for content in operation.body.contents if operation.body else ():
        yield content.type
        yield from (each.type for each in content.fields)


def _returned(operation: Operation) -> Iterator[Type]:
    for response in operation.responses:
        yield from (one.type for one in response.contents if one.type is not None)
    if operation.streaming is not None and operation.streaming.content.type is not None:
        yield operation.streaming.content.type
    if operation.paging is not None:
        yield operation.paging.item_type


def _raised(operation: Operation) -> Iterator[Type]:
    for response in operation.errors:
        yield from (one.type for one in response.contents if one.type is not None)
