"""The operations of a path, also where some stand beside a reference to the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .grammar import METHODS
from .nodes import BrokenReference, Node


@dataclass(frozen=True, slots=True)
class RawOperation:
    """An operation, or the reference to it, and the path items that hold for it.

    There is more than one where a path item refers to another; the last counts least.
    """

    method: str
    items: tuple[Node, ...]
    node: Node


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
        methods = [(key, node) for key, node in holder.items() if key in METHODS]
        for method, node in [*methods, *holder.items("additionalOperations")]:
            if method not in seen:
                seen.add(method)
                yield RawOperation(method, tuple(items), node)
    if broken is not None:
        raise broken
