"""The constants of a property, which tell the variants of a union apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..document import Node
from ..ir import Tag
from .keywords import distinct
from .siblings import definition

if TYPE_CHECKING:
    from .types import Converter

_INTEGER = re.compile(r"0|-?[1-9][0-9]*", re.ASCII)
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+", re.ASCII)


def constants_of(converter: Converter, node: Node, wire: str) -> list[Tag]:
    """The values that a variant's property can have; empty where it is not constant.

    Those of a union are what its own variants can have, whatever tells these apart.
    """
    flatten = converter.context.flattener.flatten
    found: list[Tag] = []
    seen: set[tuple[str, str]] = set()
    waiting = [node]
    while waiting:
        variant = waiting.pop()
        place = definition(variant).key
        if place in seen:
            continue
        seen.add(place)
        shape = flatten((variant,))
        properties = shape.properties.get(wire)
        if not properties and len(shape.unions) == 1:
            waiting.extend(reversed(shape.unions[0].branches))
            continue
        tags = _tags(flatten(properties[::-1]).enum) if properties else []
        if not tags:
            return []
        found.extend(tags)
    return distinct(found)


def constants_in(schema: object) -> list[Tag]:
    """The values that a schema's own keywords list; empty where they list none."""
    if not isinstance(schema, dict):
        return []
    return _tags([schema["const"]] if "const" in schema else schema.get("enum"))


def _tags(values: object) -> list[Tag]:
    if not isinstance(values, list):
        return []
    return [value for value in values if isinstance(value, str | int | float | bool)]


def tag_text(tag: Tag) -> str:
    """A tag as mappings spell it: their keys are texts, whatever is sent."""
    return str(tag).lower() if isinstance(tag, bool) else str(tag)


def as_sent(text: str, kind: str) -> Tag:
    """A tag of a mapping as a property of this type is sent; as it is where it cannot be."""
    match kind:
        case "boolean":
            return {"true": True, "false": False}.get(text, text)
        case "integer" | "number" if _INTEGER.fullmatch(text):
            return int(text)
        case "number" if _DECIMAL.fullmatch(text):
            return float(text)
        case _:
            return text
