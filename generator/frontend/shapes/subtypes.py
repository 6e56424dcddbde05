"""Which schemas are built on which: `allOf` that leads to another schema."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

from ...document import Node
from .siblings import definition


class Subtypes:
    """The schemas whose `allOf` leads to a base that has one."""

    def __init__(self, named: Mapping[str, Node]) -> None:
        self._children: dict[tuple[str, str], list[tuple[str, Node]]] = {}
        for key, node in named.items():
            for branch in definition(node).elements("allOf"):
                if branch.ref is not None:
                    place = definition(branch).key
                    self._children.setdefault(place, []).append((key, node))

    def is_polymorphic(self, node: Node) -> bool:
        """Whether a schema is a base with subtypes, or is built on one."""
        return any(
            base.get("discriminator") is not None and base.key in self._children
            for base in _ancestry(node)
        )

    def has_derived(self, node: Node) -> bool:
        """Whether the `allOf` of another schema leads to this one."""
        return definition(node).key in self._children

    def below(self, base: Node) -> list[tuple[str, Node]]:
        """The schemas whose `allOf` leads to a base, near ones first, with their keys."""
        found: dict[tuple[str, str], tuple[str, Node]] = {}
        queue = deque([base.key])
        while queue:
            for key, node in self._children.get(queue.popleft(), ()):
                place = definition(node).key
                if place not in found and place != base.key:
                    found[place] = (key, node)
                    queue.append(place)
        return list(found.values())


def is_built_on(node: Node, base: Node) -> bool:
    """Whether a schema is the base, or its `allOf` leads there."""
    return any(schema.key == base.key for schema in _ancestry(node))


def _ancestry(node: Node) -> Iterator[Node]:
    """A schema and all that its `allOf` leads to."""
    seen: set[tuple[str, str]] = set()
    queue = [definition(node)]
    while queue:
        schema = queue.pop()
        if schema.key not in seen:
            seen.add(schema.key)
            yield schema
            queue.extend(definition(branch) for branch in schema.elements("allOf"))
