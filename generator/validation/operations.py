"""Operations that share a name, and parameters that do not fit their path."""

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
from ..paths import colons, declared_as, placeholders, with_colons, with_declared_names
from ..pointers import parent


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
            yield from _parameters(path, raw.items, operation)
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


def _parameters(
    path: str, items: tuple[Node, ...], operation: Node
) -> Iterator[Problem]:
    declared: dict[tuple[str, str], Node] = {}
    for holder in (*reversed(items), operation):
        own: set[tuple[str, str]] = set()
        for place, parameter in _declared(holder):
            if place in own:
                yield parameter.problem(
                    f"the {place[0]} parameter {clip(place[1])!r} is declared twice",
                    "remove one of the two; the later one counts",
                    Severity.WARNING,
                )
            own.add(place)
            declared[place] = parameter
    names = [name for location, name in declared if location == "path"]
    in_path = placeholders(with_declared_names(path, names))
    meant = with_colons(path, names)
    for name in colons(path):
        if name not in meant:
            yield operation.problem(
                f"the path has :{clip(name)}, which is sent as it stands",
                f"where a parameter is meant, write {{{clip(name)}}}, and declare it",
                Severity.WARNING,
            )
    for name in meant:
        yield operation.problem(
            f"the path has :{clip(name)}, which OpenAPI does not replace by a value",
            f"write {{{clip(name)}}}, as which --lenient reads it",
        )
    for written in placeholders(path):
        if declared_as(written, names) != written:
            yield operation.problem(
                f"{{{clip(written)}}} writes a style into the path",
                "name the parameter alone there; the style that it declares counts",
                Severity.WARNING,
            )
    for name in dict.fromkeys(in_path):
        if ("path", name) not in declared:
            yield operation.problem(
                f"the path parameter {clip(name)!r} is not declared",
                "add it to parameters; until then it is a string",
                Severity.WARNING,
            )
        if in_path.count(name) > 1:
            yield operation.problem(
                f"{{{name}}} stands in the path more than once",
                "give each its own name; until then all get the same value",
                Severity.WARNING,
            )
    for (location, name), parameter in declared.items():
        if location != "path":
            continue
        if name not in in_path:
            yield parameter.problem(
                f"the path parameter {clip(name)!r} does not occur in {clip(path)}",
                "write it into the path, or remove it; until then it is left out",
                Severity.WARNING,
            )
        elif (
            isinstance(parameter.value, dict)
            and parameter.value.get("required") is not True
        ):
            yield (parameter.get("required") or parameter).problem(
                f"the path parameter {clip(name)!r} is not marked as required",
                "add required: true; it counts as required",
                Severity.WARNING,
            )


def _declared(holder: Node) -> Iterator[tuple[tuple[str, str], Node]]:
    for entry in holder.elements("parameters"):
        try:
            parameter = entry.deref()
        except BrokenReference:
            continue
        value = parameter.value
        if isinstance(value, dict):
            location, name = value.get("in"), value.get("name")
            if isinstance(location, str) and isinstance(name, str):
                yield (location, name), parameter
