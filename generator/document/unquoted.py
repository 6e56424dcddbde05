"""Texts that stand without quotes and look like numbers: `1.10` is 1.1 where no string belongs."""

from __future__ import annotations

from .grammar import Kind, Leaf, ListOf, MapOf, Shape
from .nodes import Node
from .walk import Met, Misfit, Visit, shape_of


def shape_within(node: Node, key: str, shape: Shape) -> Shape:
    """What belongs under a key of a mapping that has this shape.

    The values that a schema of strings lists are strings.
    """
    match shape:
        case MapOf():
            return shape.shape
        case Kind.SCHEMA if key == "const" and _is_of_strings(node):
            return Leaf.TEXT
        case Kind.SCHEMA if key == "enum" and _is_of_strings(node):
            return ListOf(Leaf.TEXT)
        case Kind():
            return shape_of(key, shape) or Leaf.DATA
        case _:
            return Leaf.DATA


def is_unquoted(visit: Visit) -> bool:
    """Whether something that is met is, or lists, a number where a string belongs."""
    match visit:
        case Misfit(node, Leaf.TEXT):
            return _is_number(node)
        case Met(node, Kind.SCHEMA):
            listed = [*node.elements("enum"), node.get("const")]
            return _is_of_strings(node) and any(
                _is_number(each) for each in listed if each is not None
            )
        case _:
            return False


def _is_of_strings(schema: Node) -> bool:
    kind = schema.get("type")
    kinds = kind.value if kind is not None else None
    named = kinds if isinstance(kinds, list) else [kinds]
    return "string" in named and all(each in ("string", "null", None) for each in named)


def _is_number(node: Node) -> bool:
    return isinstance(node.value, int | float)
