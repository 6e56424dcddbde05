"""The operations of a description as they stand there: the IR does not keep all of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from ..document import BrokenReference, Node, path_items, raw_operations

Route = tuple[str, str]
"""Method and path."""


def by_route(root: Node) -> Iterator[tuple[Route, Node]]:
    """Every operation that can be read."""
    for path, item in path_items(root):
        with suppress(BrokenReference):
            for raw in raw_operations(item):
                yield (raw.method.upper(), path), raw.node.deref()


def first_tags(root: Node) -> dict[Route, str]:
    """The tag that counts of each operation."""
    tags = (
        (route, next(node.elements("tags"), None)) for route, node in by_route(root)
    )
    return {
        route: tag.value
        for route, tag in tags
        if tag is not None and isinstance(tag.value, str)
    }
