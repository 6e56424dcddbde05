"""Who speaks of a schema: the operations and the other schemas that use it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ...ir import Api, Operation, Resource, Type
from ...references import references, schema_references

Names = dict[str, None]
"""A set that keeps its order."""


@dataclass(frozen=True, slots=True)
class Uses:
    """Operations by id, schemas and webhooks by name."""

    sent_by: Names = field(default_factory=dict)
    returned_by: Names = field(default_factory=dict)
    raised_by: Names = field(default_factory=dict)
    part_of: Names = field(default_factory=dict)
    webhooks: Names = field(default_factory=dict)


Backlinks = Mapping[str, Uses]
"""The uses of every schema of an API."""


def backlinks(api: Api) -> Backlinks:
    """The uses of all schemas, gathered in one walk over what uses them."""
    found = {name: Uses() for name in api.schemas}
    for resource in api.resources:
        for operation in _operations(resource):
            for name in _named(_sent(operation), found):
                found[name].sent_by[operation.id] = None
            for name in _named(_returned(operation), found):
                found[name].returned_by[operation.id] = None
            for name in _named(_raised(operation), found):
                found[name].raised_by[operation.id] = None
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


def _operations(resource: Resource) -> Iterator[Operation]:
    yield from resource.operations
    for child in resource.children:
        yield from _operations(child)
