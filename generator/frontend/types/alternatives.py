"""What a schema can be: its own shape, and those of all alternatives below it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...document import Node
from ..context import Context
from ..shapes.flattening import Shape
from ..shapes.siblings import definition


def shapes_of(
    schema: Node, context: Context, is_leaf: Callable[[Shape], bool] | None = None
) -> Iterator[Shape]:
    """The shapes of a schema and of its alternatives, unions among them, each once.

    Nothing is looked for below a leaf, where it is said what is one.
    """
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
        if is_leaf is not None and is_leaf(shape):
            continue
        branches = [branch for union in shape.unions for branch in union.branches]
        waiting.extend(reversed(branches))


def leaves_of(schema: Node, context: Context) -> list[Shape]:
    """The shapes that no union stands for."""
    return [shape for shape in shapes_of(schema, context) if not shape.unions]
