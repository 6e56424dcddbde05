"""The tags of a description, which the IR keeps only as names of resources."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import BrokenReference, Node, raw_operations


def first_tags(root: Node) -> dict[tuple[str, str], str]:
    """The tag that counts of each operation, by method and path."""
    return dict(_first_tags(root))


def _first_tags(root: Node) -> Iterator[tuple[tuple[str, str], str]]:
    for path, item in root.items("paths"):
        try:
            for raw in raw_operations(item):
                tag = next(raw.node.deref().elements("tags"), None)
                if tag is not None and isinstance(tag.value, str):
                    yield (raw.method.upper(), path), tag.value
        except BrokenReference:
            continue
