"""What raw schemas ask for that have to hold at once, keyword by keyword."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from .raw import Place

_LIMITS: Final = frozenset({"format", "pattern", "multipleOf", "uniqueItems"})


@dataclass
class Shape:
    """The keywords of all schemas that have to hold at once."""

    types: list[str] | None = None
    properties: dict[str, list[Place]] = field(default_factory=dict)
    required: dict[str, None] = field(default_factory=dict)
    values: list[Any] | None = None
    unions: list[Place] = field(default_factory=list)
    items: list[Place] = field(default_factory=list)
    prefix: list[Place] = field(default_factory=list)
    extra: list[Place] = field(default_factory=list)
    patterns: dict[str, Place] = field(default_factory=dict)
    keys: list[Place] = field(default_factory=list)
    discriminators: list[Place] = field(default_factory=list)
    limits: dict[str, Any] = field(default_factory=dict)
    examples: list[Any] = field(default_factory=list)
    never: bool = False


class Cut(Place):
    """A schema without what it refers to, and without a union that was chosen from."""


def without(place: Place, union: Place) -> Cut:
    """The schema without the union, of which one branch was chosen."""
    value = place.value
    if isinstance(value, Mapping):
        value = {
            name: inner
            for name, inner in value.items()
            if name not in ("$ref", "allOf") and place[name].uri != union.uri
        }
    return Cut(place.file, place.pointer, value)


def parts(schema: Place) -> list[Place]:
    """A schema with all that it consists of or may be."""
    found: dict[str, Place] = {}
    queue = [schema]
    while queue:
        place = queue.pop(0).follow()
        if place.uri not in found:
            found[place.uri] = place
            queue += [b for k in ("allOf", "oneOf", "anyOf") for b in place.each(k)]
    return list(found.values())


def is_file(schema: Place) -> bool:
    """Whether a schema stands for raw bytes where a media type lets it."""
    for place in parts(schema):
        encoded = place.plain("contentEncoding") is not None
        media_type = str(place.plain("contentMediaType", ""))
        if place.plain("format") == "binary":
            return True
        if not encoded and media_type.startswith(
            ("image/", "application/octet", "*/*")
        ):
            return True
    return False


def expanded(places: Iterable[Place]) -> list[Place]:
    """The schemas with all that they refer to and consist of."""
    found: list[Place] = []
    seen: set[str] = set()
    queue = list(places)
    while queue:
        place = queue.pop(0)
        if not isinstance(place, Cut) and place.uri in seen:
            continue
        seen.add(place.uri)
        found.append(place)
        if place.ref is not None:
            try:
                queue.append(place.follow())
            except LookupError:
                continue
        queue.extend(place.each("allOf"))
        # What is made up is seldom what a condition is about.
        otherwise = place.get("else")
        queue.extend([otherwise] if otherwise is not None else [])
    return found


def _add(shape: Shape, place: Place) -> None:
    value = place.value
    if value is False:
        shape.never = True
    if not isinstance(value, Mapping):
        return
    kind = value.get("type")
    kinds = [kind] if isinstance(kind, str) else kind
    if isinstance(kinds, list):
        narrowed = [k for k in kinds if shape.types is None or _within(k, shape.types)]
        shape.types = narrowed or shape.types
    for name, inner in place.items("properties"):
        shape.properties.setdefault(name, []).append(inner)
    if isinstance(value.get("required"), list):
        shape.required.update(dict.fromkeys(value["required"]))
    values = [value["const"]] if "const" in value else value.get("enum")
    if isinstance(values, list):
        old = shape.values
        shape.values = values if old is None else [v for v in old if v in values]
    shape.unions += [place[k] for k in ("oneOf", "anyOf") if place.each(k)]
    shape.prefix += place.each("prefixItems")
    for name, target in (
        ("items", shape.items),
        ("additionalProperties", shape.extra),
        ("propertyNames", shape.keys),
    ):
        inner_ = place.get(name)
        if inner_ is not None:
            target.append(inner_)
    shape.patterns.update(place.items("patternProperties"))
    discriminator = place.get("discriminator")
    if discriminator is not None:
        shape.discriminators.append(discriminator)
    for name in ("example", "default"):
        if name in value:
            shape.examples.append(value[name])
    if isinstance(value.get("examples"), list):
        shape.examples += value["examples"]
    for name, limit in value.items():
        if name.startswith(("min", "max", "exclusive", "content")) or name in _LIMITS:
            shape.limits.setdefault(name, limit)


def _within(kind: str, kinds: list[str]) -> bool:
    return kind in kinds or (kind == "integer" and "number" in kinds)


def shape_of(places: Iterable[Place]) -> Shape:
    """What all of these schemas ask for."""
    shape = Shape()
    for place in expanded(places):
        _add(shape, place)
    return shape
