"""What a schema can be: its own shape, and those of all alternatives below it."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Node
from .context import Context
from .shapes import Shape
from .siblings import definition


def shapes_of(schema: Node, context: Context) -> Iterator[Shape]:
    """The shapes of a schema and of its alternatives, unions among them, each once."""
    seen: set[tuple[str, str]] = set()
    waiting = [schema]
    while waiting:
        node = waiting.pop()
        place = definition(node).key
        if place in seen:
            continue
        seen.add(place)
        shape = context.flattener.flatten((node,))
        yield shape
        branches = [branch for union in shape.unions for branch in union.branches]
        waiting.extend(reversed(branches))


def leaves_of(schema: Node, context: Context) -> list[Shape]:
    """The shapes that no union stands for; none where unions only lead to each other."""
    return [shape for shape in shapes_of(schema, context) if not shape.unions]
