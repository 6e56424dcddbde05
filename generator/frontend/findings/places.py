"""Every operation, response and schema of a description, straight from the raw data.

Nothing here depends on how the frontend converts them, so that its result can be held
against what there is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from ...document import BrokenReference, Node
from ...document.grammar import method_of


class Kind(Enum):
    """What stands at a place."""

    ROOT = "root"
    COMPONENTS = "components"
    PATHS = "paths"
    PATH = "path"
    OPERATION = "operation"
    RESPONSE = "response"
    SCHEMA = "schema"
    MEDIA_TYPE = "media type"
    ENCODING = "encoding"
    EXAMPLE = "example"
    TAG = "tag"
    NAMED = "named"
    """A mapping whose keys are names, not keywords."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Place:
    """A node and what it is."""

    node: Node
    kind: Kind


_DATA = frozenset(
    {"example", "examples", "default", "enum", "const", "mapping", "scopes"}
)
_SCHEMA_MAPS = frozenset(
    ["patternProperties", "$defs", "definitions", "dependentSchemas"]
)
_SCHEMA_LISTS = frozenset(["allOf", "oneOf", "anyOf", "prefixItems"])
_SCHEMA_SINGLE = frozenset(
    [
        "items",
        "additionalProperties",
        "not",
        "if",
        "then",
        "else",
        "contains",
        "propertyNames",
        "schema",
        "itemSchema",
        "contentSchema",
        "unevaluatedProperties",
        "unevaluatedItems",
    ]
)


def places(root: Node, *, follow: bool) -> Iterator[Place]:
    """Every place below the root; with `follow` also those in other files, each once."""
    queue = [Place(root, Kind.ROOT)]
    seen: set[tuple[str, str]] = set()
    while queue:
        place = queue.pop()
        if place.node.key in seen:
            continue
        seen.add(place.node.key)
        yield place
        queue.extend(_children(place))
        if follow and place.node.ref is not None:
            try:
                target = place.node.target()
            except BrokenReference:
                continue
            queue.append(Place(target, place.kind))


def _children(place: Place) -> Iterator[Place]:
    """What stands below; examples, defaults and extensions are data, and left aside."""
    kind = place.kind
    if kind is Kind.EXAMPLE:
        return
    if kind is Kind.SCHEMA:
        yield from _schema_children(place.node)
        return
    for key, child in place.node.items():
        is_old_webhooks = kind is Kind.ROOT and key == "x-webhooks"
        is_named = kind in (Kind.PATHS, Kind.NAMED) or is_old_webhooks
        if key.startswith("x-") and not is_named:
            continue
        if kind is Kind.NAMED:
            yield Place(child, Kind.OTHER)
        elif kind is Kind.PATHS:
            yield Place(child, Kind.PATH)
        elif kind is Kind.PATH and method_of(key) is not None:
            yield Place(child, Kind.OPERATION)
        elif kind is Kind.PATH and key == "additionalOperations":
            yield from (Place(each, Kind.OPERATION) for _, each in child.items())
        elif key == "examples" and child.is_mapping:
            yield from (Place(each, Kind.EXAMPLE) for _, each in child.items())
        elif key not in _DATA:
            yield from _other_children(kind, place.node, key, child)


def _schema_children(node: Node) -> Iterator[Place]:
    if not isinstance(node.value, dict):
        return
    for key in node.value:
        if key == "properties":
            yield from (
                Place(each, Kind.SCHEMA) for _, each in node.items("properties")
            )
        elif key in _SCHEMA_MAPS:
            yield from (Place(each, Kind.SCHEMA) for _, each in node[key].items())
        elif key in _SCHEMA_LISTS:
            yield from (Place(each, Kind.SCHEMA) for each in node[key].elements())
        elif key in _SCHEMA_SINGLE and node[key].is_mapping:
            yield Place(node[key], Kind.SCHEMA)


def _other_children(kind: Kind, parent: Node, key: str, child: Node) -> Iterator[Place]:
    if key in ("schema", "itemSchema"):
        yield Place(child, Kind.SCHEMA)
    elif kind is Kind.ROOT and key == "components":
        yield Place(child, Kind.COMPONENTS)
    elif (kind is Kind.ROOT and key in ("paths", "webhooks", "x-webhooks")) or (
        kind is Kind.COMPONENTS and key == "pathItems"
    ):
        yield Place(child, Kind.PATHS)
    elif kind is Kind.COMPONENTS and key == "schemas":
        yield from (Place(each, Kind.SCHEMA) for _, each in parent.items(key))
    elif kind in (Kind.OPERATION, Kind.COMPONENTS) and key == "responses":
        yield from (Place(each, Kind.RESPONSE) for _, each in parent.items(key))
    elif kind is Kind.ROOT and key == "tags":
        yield from (Place(each, Kind.TAG) for each in child.elements())
    elif kind is Kind.MEDIA_TYPE and key == "encoding":
        yield from (Place(each, Kind.ENCODING) for _, each in child.items())
    elif kind is Kind.MEDIA_TYPE and key == "prefixEncoding":
        yield from (Place(each, Kind.ENCODING) for each in child.elements())
    elif kind is Kind.MEDIA_TYPE and key == "itemEncoding":
        yield Place(child, Kind.ENCODING)
    elif key == "content" or (kind is Kind.COMPONENTS and key == "mediaTypes"):
        yield from (Place(each, Kind.MEDIA_TYPE) for _, each in child.items())
    elif key == "callbacks":
        return
    elif key == "headers" or kind is Kind.COMPONENTS:
        yield Place(child, Kind.NAMED)
    elif child.is_mapping:
        yield Place(child, Kind.OTHER)
    else:
        yield from (Place(each, Kind.OTHER) for each in child.elements())
