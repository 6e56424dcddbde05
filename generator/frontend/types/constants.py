"""The constants of a property, which tell the variants of a union apart."""

from __future__ import annotations

import re

from ...document import Node
from ...ir import Tag
from ..shapes.flattening import Shape
from ..shapes.keywords import distinct
from .alternatives import shapes_of
from .converter import Converter

_INTEGER = re.compile(r"0|-?[1-9][0-9]*", re.ASCII)
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+", re.ASCII)


def constants_of(converter: Converter, node: Node, wire: str) -> list[Tag]:
    """The values that a variant's property can have; empty where it is not constant.

    Those of a union are what its own variants can have, whatever tells these apart.
    """
    context = converter.context

    def is_leaf(shape: Shape) -> bool:
        return bool(shape.properties.get(wire)) or len(shape.unions) != 1

    found: list[Tag] = []
    for shape in filter(is_leaf, shapes_of(node, context, is_leaf)):
        properties = shape.properties.get(wire)
        listed = context.flattener.flatten(properties[::-1]) if properties else None
        tags = _tags(listed.enum) if listed is not None else []
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
