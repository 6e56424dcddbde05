"""Operations that share a name, or hide one another."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress

from ..document import (
    BrokenReference,
    Document,
    Node,
    RawOperation,
    hidden_operations,
    raw_operations,
)
from ..errors import Problem, Severity, clip
from ..pointers import parent
from . import parameters


def faults(
    document: Document, without: Collection[tuple[str, str]]
) -> Iterator[Problem]:
    """What is ambiguous or contradictory; sdkgen goes on with a stable choice each time."""
    first_uses: dict[str, str] = {}
    hidden: list[tuple[Node, Node]] = []
    counting: set[tuple[str, str]] = set()
    for path, item in document.root.items("paths"):
        if path.startswith("x-"):
            continue
        hidden += hidden_operations(item)
        for raw, operation in _operations(item):
            counting.add(raw.node.key)
            if raw.node.key in without:
                continue
            title = f"{raw.method.upper()} {path}"
            yield from _shared_id(operation, title, first_uses)
            yield from parameters.faults(path, raw.items, operation)
    for nearer, node in hidden:
        if node.key not in counting and nearer.key not in without:
            yield from _lost(nearer, node)


def _lost(counting: Node, hidden: Node) -> Iterator[Problem]:
    same_file = hidden.file is counting.file
    if same_file and parent(hidden.pointer) == parent(counting.pointer):
        # How the two are spelled is told where they stand.
        return
    place = clip(f"{'' if same_file else hidden.file.name}#{hidden.pointer}")
    yield counting.problem(
        f"the path item that is referred to beside it has this method as well ({place})",
        "remove one of the two; this one counts, and that one is left out",
        Severity.WARNING,
    )


def _operations(item: Node) -> Iterator[tuple[RawOperation, Node]]:
    with suppress(BrokenReference):
        for raw in raw_operations(item):
            with suppress(BrokenReference):
                operation = raw.node.deref()
                if operation.is_mapping:
                    yield raw, operation


def _shared_id(
    operation: Node, title: str, first_uses: dict[str, str]
) -> Iterator[Problem]:
    name = operation.get("operationId")
    if name is None or not isinstance(name.value, str):
        return
    first = first_uses.setdefault(name.value, title)
    if first != title:
        yield name.problem(
            f"the operationId {clip(name.value)!r} is that of {clip(first)} already",
            "give each operation its own; until then sdkgen tells the names apart",
            Severity.WARNING,
        )
