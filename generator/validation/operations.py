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
    path_items,
    raw_operations,
)
from ..errors import Problem, Severity, clip
from ..pointers import parent
from . import parameters


def faults(
    document: Document, without: Collection[tuple[str, str]]
) -> Iterator[Problem]:
    """What is ambiguous or contradictory; sdkgen goes on with a stable choice each time."""
    paths = list(path_items(document.root))
    every = [(path, *one) for path, item in paths for one in _operations(item)]
    # Whatever has no operationId is called by its method and path.
    first_uses = {
        title: title for title in (_title(raw, path) for path, raw, _ in every)
    }
    for path, raw, operation in every:
        if raw.node.key not in without:
            yield from _shared_id(operation, _title(raw, path), first_uses)
            yield from parameters.faults(path, raw.items, operation)
    counting = {raw.node.key for _, raw, _ in every}
    for nearer, node in (pair for _, item in paths for pair in hidden_operations(item)):
        if node.key not in counting and nearer.key not in without:
            yield from _lost(nearer, node)


def _lost(counting: Node, hidden: Node) -> Iterator[Problem]:
    same_file = hidden.file is counting.file
    if same_file and _item(hidden) == _item(counting):
        # How the two are spelled is told where they stand.
        return
    place = clip(f"{'' if same_file else hidden.file.name}#{hidden.pointer}")
    yield counting.problem(
        f"the path item that is referred to beside it has this method as well ({place})",
        "remove one of the two; this one counts, and that one is left out",
        Severity.WARNING,
    )


def _title(raw: RawOperation, path: str) -> str:
    return f"{raw.method.upper()} {path}"


def _item(operation: Node) -> str:
    """The pointer of the path item in which an operation stands."""
    return parent(operation.pointer).removesuffix("/additionalOperations")


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
