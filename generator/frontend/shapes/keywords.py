"""What a schema's own keywords say of the values that it allows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TypeVar

from ...document import Node
from ...errors import Problem, Severity
from ...ir import Json

_Value = TypeVar("_Value", bound=Json)

# What stands beside these two may have looked at some of the values before them.
_BEFORE = frozenset(
    "$ref $dynamicRef allOf anyOf oneOf not if then else dependentSchemas".split()
)
_UNEVALUATED = {
    "unevaluatedProperties": _BEFORE | {"additionalProperties"},
    "unevaluatedItems": _BEFORE | {"items", "contains"},
}
_MEANS = {"additionalProperties": "unevaluatedProperties", "items": "unevaluatedItems"}

_NAMES: dict[type, str] = {
    dict: "object",
    list: "array",
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
}

_NUMBERS = frozenset(
    "double float int16 int32 int64 int8 uint16 uint32 uint64 uint8".split()
)
"""Formats that no text has but that of a number."""


def rest_of(node: Node, keyword: str) -> Node | None:
    """The schema under `additionalProperties` or `items`, or under what means the same here."""
    other = _MEANS[keyword]
    found = node.get(keyword)
    if found is None and is_rest(other, node.value):
        return node.get(other)
    return found


def is_rest(keyword: str, value: Json) -> bool:
    """Whether an `unevaluated...` has nothing beside it that could evaluate anything."""
    if not isinstance(value, dict) or keyword not in _UNEVALUATED:
        return False
    return keyword in value and _UNEVALUATED[keyword].isdisjoint(value)


def types_of(value: dict[str, Json]) -> tuple[str, ...] | None:
    """The types that are named, null aside; `None` where none is."""
    kind = value.get("type")
    if isinstance(kind, str):
        return () if kind == "null" else (kind,)
    if isinstance(kind, list):
        named = [each for each in kind if isinstance(each, str) and each != "null"]
        if _of_numbers(value, named):
            named.remove("string")
        return tuple(dict.fromkeys(named))
    return None


def _of_numbers(value: dict[str, Json], named: list[str]) -> bool:
    """Whether texts are only another way to write a number.

    ASP.NET takes `"5"` as well where it says 5 itself, and describes both.
    """
    is_number = sorted(named) in (["integer", "string"], ["number", "string"])
    return is_number and value.get("format") in _NUMBERS and "pattern" in value


def allows_null(value: dict[str, Json]) -> bool:
    """Whether null is named among the types."""
    kind = value.get("type")
    # A bare `null` in a type list is a common slip for the string.
    lists_null = isinstance(kind, list) and ("null" in kind or None in kind)
    return value.get("nullable") is True or kind == "null" or lists_null


def both_types(old: tuple[str, ...] | None, new: tuple[str, ...]) -> tuple[str, ...]:
    """The types that two schemas have in common."""
    if old is None:
        return new
    both = [kind for kind in old if kind in new]
    if "integer" in new and "number" in old and "integer" not in both:
        both.append("integer")
    if "integer" in old and "number" in new and "integer" not in both:
        both.append("integer")
    # A contradiction (string and object at once) keeps the outer schema's word.
    return tuple(both) or old


def both_values(old: list[Json] | None, new: list[Json]) -> list[Json]:
    """The values that two schemas have in common."""
    if old is None:
        return new
    # As of types: a contradiction keeps the outer schema's word.
    known = {_identity(value) for value in new}
    return [value for value in old if _identity(value) in known] or old


def are_single(values: Sequence[Json]) -> bool:
    """Whether no object or list is among values."""
    return not any(isinstance(value, dict | list) for value in values)


def types_of_values(values: Sequence[Json]) -> tuple[str, ...]:
    """The types that values have, null aside."""
    names = (_NAMES[type(value)] for value in values if value is not None)
    return tuple(dict.fromkeys(names))


def values_of(node: Node, value: dict[str, Json]) -> list[Json] | None:
    """The values that are listed; where they are to be texts, as they are written.

    YAML reads an unquoted `1.10` as a number, and a schema of type `string` that lists it
    would allow no value at all.
    """
    listed = _listed(value)
    if listed is None or types_of(value) != ("string",) or not _numbers(listed):
        return listed
    const = node.get("const")
    places = [const] if const is not None else node.elements("enum")
    return [place.text for place in places]


def misspelled(
    node: Node, value: dict[str, Json], values: list[Json]
) -> Problem | None:
    """That values are no texts where the type says so."""
    listed = _listed(value)
    if listed is None or listed == values:
        return None
    count = _numbers(listed)
    return node.problem(
        f"the type is string, but {count} of the values listed"
        f" {'is' if count == 1 else 'are'} not; each is taken as the text that it is"
        " written as",
        "put it in quotes",
        Severity.WARNING,
    )


def _listed(value: dict[str, Json]) -> list[Json] | None:
    if "const" in value:
        return [value["const"]]
    values = value.get("enum")
    # An empty list would allow nothing, which is told.
    return list(values) if isinstance(values, list) and values else None


def _numbers(values: list[Json]) -> int:
    return sum(isinstance(value, int | float) for value in values)


def distinct(values: Iterable[_Value]) -> list[_Value]:
    """Values without those that are there already: as JSON has it, where 1 is not true."""
    found: dict[tuple[type, Json], _Value] = {}
    for value in values:
        found.setdefault(_identity(value), value)
    return list(found.values())


def _identity(value: Json) -> tuple[type, Json]:
    """What only equal values have in common."""
    if isinstance(value, dict | list):
        return type(value), json.dumps(value, sort_keys=True)
    return type(value), value
