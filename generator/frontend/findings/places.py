"""Every object of a description, straight from the raw data.

Nothing here depends on how the frontend converts them, so that its result can be held
against what there is.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from ...document import BrokenReference, Node
from ...document.grammar import Kind, Leaf, Shape
from ...document.walk import has_own_names, inside


@dataclass(frozen=True, slots=True)
class Place:
    """An object, or the reference to one, and its kind."""

    node: Node
    kind: Kind


def places(root: Node, *, follow: bool) -> Iterator[Place]:
    """Every place below the root but callbacks; with `follow` also those in other files.

    Each is given once.
    """
    pending: list[tuple[Node, Shape]] = [(root, Kind.DOCUMENT)]
    seen: set[tuple[str, str]] = set()
    while pending:
        node, shape = pending.pop()
        if isinstance(shape, Leaf):
            continue
        is_reference = node.ref is not None and not has_own_names(shape)
        if isinstance(shape, Kind) or is_reference:
            if shape is Kind.CALLBACK or not node.is_mapping or node.key in seen:
                continue
            seen.add(node.key)
        if isinstance(shape, Kind):
            yield Place(node, shape)
        pending.extend(inside(node, shape))
        # No reference may stand in place of a mapping or a list of them, but some do.
        if is_reference and (follow or not isinstance(shape, Kind)):
            with suppress(BrokenReference):
                pending.append((node.target(), shape))
