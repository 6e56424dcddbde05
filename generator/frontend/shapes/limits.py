"""The limits of a value with those of what it holds, and of what may be null beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ...document import Node
from ...ir import Constraints, List, Map, Ref, Tuple, Type, but_null
from .constraints import fitting
from .flattening import Flattener, Shape
from .values import FORMATS

_DEEPEST = 8
# A type of its own, and what says no more than the type does.
_SAYING_NOTHING = frozenset({"binary", "string", "String"})


def limits_of(
    shape: Shape, type_: Type, flattener: Flattener, depth: int = 0
) -> Constraints:
    """The limits of a schema where it is used; a named one has its own where it stands."""
    inner = but_null(type_)
    if isinstance(inner, Ref) or depth > _DEEPEST:
        return fitting(shape.constraints, shape.types)
    found = _written(shape)
    for branch in alternatives(shape, flattener):
        if branch.enum is None:
            found = found.merged(limits_of(branch, inner, flattener, depth + 1))
    first = tuple(
        limits_of(flattener.flatten((node,)), item, flattener, depth + 1)
        for node, item in placed(shape, inner)
    )
    if any(each != Constraints() for each in first):
        found = replace(found, first=first)
    nodes, item = held(shape, inner)
    if not nodes:
        return found
    each = limits_of(flattener.flatten(nodes), item, flattener, depth + 1)
    return found if each == Constraints() else replace(found, each=each)


def _written(shape: Shape) -> Constraints:
    """A schema's own limits, with how a text is written."""
    limits = fitting(shape.constraints, shape.types)
    if shape.types is not None and "string" not in shape.types:
        return limits
    encoding = None if shape.encoding == "base64" else shape.encoding
    typed = shape.format in _SAYING_NOTHING or shape.format in FORMATS
    told = None if typed or shape.enum is not None else shape.format
    if not (encoding or told or shape.media_type):
        return limits
    return replace(limits, encoding=encoding, media_type=shape.media_type, format=told)


def held(shape: Shape, type_: Type) -> tuple[Sequence[Node], Type]:
    """The schemas of a list's items or of a map's values, all of which hold; and their type."""
    match type_:
        case List(item):
            return [node for node in shape.items if isinstance(node.value, dict)], item
        case Tuple(_, rest) if rest is not None:
            return [node for node in shape.items if isinstance(node.value, dict)], rest
        case Map(item):
            nodes = [*shape.patterns, *shape.additional]
            nodes = [node for node in nodes if isinstance(node.value, dict)]
            return (nodes if len(nodes) == 1 else []), item
        case _:
            return [], type_


def placed(shape: Shape, type_: Type) -> list[tuple[Node, Type]]:
    """The schemas of a list's first places, with their types."""
    items = type_.items if isinstance(type_, Tuple) else ()
    return list(zip(shape.prefix, items, strict=False))


def alternatives(shape: Shape, flattener: Flattener) -> list[Shape]:
    """What a value may be besides null that is alone of its kind, and stands here.

    Limits of two texts, say, could not be told apart once they stand side by side.
    """
    if len(shape.unions) != 1:
        return []
    branches = [(node, flattener.flatten((node,))) for node in shape.unions[0].branches]
    # Constants are told one by one, and cannot be meant by a limit.
    kinds = Counter(
        kind for _, each in branches if each.enum is None for kind in _kinds(each)
    )
    if "" in kinds:
        return []
    return [
        each
        for node, each in branches
        if node.ref is None
        and (each.enum is not None or all(kinds[kind] == 1 for kind in _kinds(each)))
    ]


def _kinds(shape: Shape) -> tuple[str, ...]:
    """The types of a schema but null, or an empty one where it does not name them."""
    return ("",) if shape.types is None else shape.types
