"""The operations of a path, also where some stand beside a reference to the others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from .grammar import METHODS, method_of
from .nodes import BrokenReference, Node


@dataclass(frozen=True, slots=True)
class RawOperation:
    """An operation, or the reference to it, and the path items that hold for it.

    There is more than one where a path item refers to another; the last counts least.
    """

    method: str
    items: tuple[Node, ...]
    node: Node


def path_items(root: Node) -> Iterator[tuple[str, Node]]:
    """The path items of a description, or the references to them, by path."""
    for path, item in root.items("paths"):
        if not path.startswith("x-"):
            yield path, item


def methods_in(item: Node) -> dict[str, Node]:
    """What stands under the methods of one path item; one in lower case counts first."""
    named = {key: node for key, node in item.items() if key in METHODS}
    for method, node in _entries(item):
        named.setdefault(method, node)
    return named


def _entries(item: Node) -> Iterator[tuple[str, Node]]:
    """The operations of one path item, also those that share a method."""
    for key, node in item.items():
        if (method := method_of(key)) is not None:
            yield method, node
    for key, node in item.items("additionalOperations"):
        yield method_of(key) or key, node


def raw_operations(item: Node) -> Iterator[RawOperation]:
    """The operations of a path item and of those that it refers to; the nearest one counts.

    Raises:
        BrokenReference: A reference leads nowhere; what stands before it has been given.
    """
    items: list[Node] = []
    broken: BrokenReference | None = None
    try:
        for hop in item.hops():
            items.append(hop)
    except BrokenReference as error:
        broken = error
    seen: set[str] = set()
    for holder in items:
        for method, node in methods_in(holder).items():
            if method not in seen:
                seen.add(method)
                yield RawOperation(method, tuple(items), node)
    if broken is not None:
        raise broken


def hidden_operations(item: Node) -> Iterator[tuple[Node, Node]]:
    """Operations that do not count beside another of the same method, each after that one."""
    counting: dict[str, Node] = {}
    items: tuple[Node, ...] = ()
    with suppress(BrokenReference):
        for raw in raw_operations(item):
            counting[raw.method], items = raw.node, raw.items
    for holder in items:
        for method, node in _entries(holder):
            if node.key != counting[method].key:
                yield counting[method], node
