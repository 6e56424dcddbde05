"""The limits that a schema's own keywords set."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from ...document import Json, Node
from ...ir import UNLIMITED, Constraints

_CONSTRAINTS = {
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusiveMinimum": "exclusive_minimum",
    "exclusiveMaximum": "exclusive_maximum",
    "multipleOf": "multiple_of",
    "minLength": "min_length",
    "maxLength": "max_length",
    "pattern": "pattern",
    "minItems": "min_items",
    "maxItems": "max_items",
    "minProperties": "min_properties",
    "maxProperties": "max_properties",
}
"""The keywords of limits, and what they are here."""

_NUMBERS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
_TEXTS = ("minLength", "maxLength", "pattern")
_LIMITED = {
    "integer": frozenset(_NUMBERS),
    "number": frozenset(_NUMBERS),
    "string": frozenset(_TEXTS),
    "array": frozenset({"minItems", "maxItems", "uniqueItems"}),
    "object": frozenset({"minProperties", "maxProperties"}),
}
OF_TYPES = frozenset().union(*_LIMITED.values())
"""The keywords that limit values of some types only."""

_NAMES = {**_CONSTRAINTS, "uniqueItems": "unique_items"}
_LIMITS = frozenset(
    {
        *_CONSTRAINTS,
        "uniqueItems",
        "propertyNames",
        "additionalProperties",
        "patternProperties",
    }
)


def constrained(limits: Constraints, node: Node, value: dict[str, Json]) -> Constraints:
    """The limits with those that a schema adds; where both set one, the first stands."""
    if _LIMITS.isdisjoint(value):
        return limits
    found: dict[str, Json] = {}
    for keyword, name in _CONSTRAINTS.items():
        limit = value.get(keyword)
        if keyword == "pattern":
            fits = isinstance(limit, str)
        else:
            fits = isinstance(limit, int | float) and not isinstance(limit, bool)
        if fits and getattr(limits, name) is None:
            found[name] = limit
    # OpenAPI 3.0 has booleans here, which turn `minimum` and `maximum` into open limits.
    if value.get("exclusiveMinimum") is True and "minimum" in found:
        found["exclusive_minimum"] = found.pop("minimum")
    if value.get("exclusiveMaximum") is True and "maximum" in found:
        found["exclusive_maximum"] = found.pop("maximum")
    if value.get("uniqueItems") is True:
        found["unique_items"] = True
    keys, values = node.get("propertyNames"), node.get("additionalProperties")
    for child, name in ((keys, "key_max_length"), (values, "value_max_length")):
        limit = (
            child.value.get("maxLength")
            if child and isinstance(child.value, dict)
            else None
        )
        is_length = isinstance(limit, int) and not isinstance(limit, bool)
        if is_length and getattr(limits, name) is None:
            found[name] = limit
    if isinstance(patterns := value.get("patternProperties"), dict):
        every = dict.fromkeys((*limits.key_patterns, *patterns))
        limits = replace(limits, key_patterns=tuple(every))
    return replace(limits, **found) if found else limits  # type: ignore[arg-type]


def limiting(types: Collection[str]) -> set[str]:
    """The keywords that limit values of these types; the others mean nothing to them."""
    return {keyword for type_ in types for keyword in _LIMITED.get(type_, ())}


def fitting(limits: Constraints, types: Collection[str] | None) -> Constraints:
    """Those of the limits that mean something to values of these types."""
    if types is None or limits == UNLIMITED:
        return limits
    meant = limiting(types)
    names = (name for keyword, name in _NAMES.items() if keyword not in meant)
    lost = {
        name: none
        for name in names
        if getattr(limits, name) != (none := getattr(UNLIMITED, name))
    }
    return replace(limits, **lost) if lost else limits
