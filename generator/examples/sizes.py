"""How large an example may be."""

from __future__ import annotations

from ..ir import Json

MOST_NODES = 1_000
"""How many values an example may hold, for the sake of readers and against hostile schemas."""

_DEEPEST = 30


def size_of(value: Json) -> int:
    """How many values there are; more than can be shown where they are too deep as well.

    Parts used twice count twice.
    """
    seen = 0
    pending: list[tuple[Json, int]] = [(value, 0)]
    while pending:
        part, depth = pending.pop()
        seen += 1
        if seen > MOST_NODES or depth > _DEEPEST:
            return MOST_NODES + 1
        if isinstance(part, dict):
            pending.extend((item, depth + 1) for item in part.values())
        elif isinstance(part, list):
            pending.extend((item, depth + 1) for item in part)
    return seen
