"""What holds values of any number: lists and tuples, mappings, an object's further fields."""

from __future__ import annotations

from ...ir import Any, List, Map, Never, Tuple, Type
from ..shapes.flattening import Shape
from .combining import merge_union
from .converter import Asked, Converter


def map_of(
    converter: Converter, shape: Shape, hint: str, owner: str | None
) -> Type | None:
    """The type of an object; `None` where it has fields of its own, or none at all."""
    if shape.properties:
        return None
    values = [
        *shape.patterns,
        *(n for n in shape.additional if n.value is not False),
    ]
    values = [node for node in values if node.value is not True]
    if not values:
        closed = any(node.value is False for node in shape.additional)
        return None if closed and not shape.patterns else Map(Any())
    types = [converter.type_of(node, f"{hint}Value", owner) for node in values]
    return Map(merge_union(types))


def extra_of(converter: Converter, shape: Shape, name: str) -> Type | None:
    """The type of properties beyond the fields; `None` where there may be none.

    What a pattern says holds for all of them only where there are no others.
    """
    patterns, others = (
        [converter.type_of(node, f"{name}Value", name) for node in nodes]
        for nodes in (shape.patterns, shape.additional)
    )
    said = [type_ for type_ in others if not isinstance(type_, Any | Never)]
    is_closed = any(isinstance(type_, Never) for type_ in others)
    if is_closed and not patterns:
        return None
    if not is_closed and not said:
        return Any()
    return merge_union([*patterns, *said])


def list_of(converter: Converter, shape: Shape, hint: str, owner: str | None) -> Type:
    """The type of a list, or of one whose first places have types of their own."""
    rest: Type | None = Any()
    if shape.items:
        closed = any(node.value is False for node in shape.items)
        each = Asked(shape.items, f"{hint}Item", owner)
        rest = None if closed else converter.type_of_all(each)
    if not shape.prefix:
        return List(Any() if rest is None else rest)
    places = tuple(
        converter.type_of(node, f"{hint}Item{index}", owner)
        for index, node in enumerate(shape.prefix, 1)
    )
    most = shape.constraints.max_items
    ends = most is not None and most <= len(places)
    return Tuple(places, None if ends else rest)
