"""Parameters that are declared twice, or do not fit their path."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set

from ..document import BrokenReference, Node
from ..errors import Problem, Severity, clip
from ..headers import folded
from ..paths import colons, declared_as, placeholders, with_colons, with_declared_names


def faults(path: str, items: Sequence[Node], operation: Node) -> Iterator[Problem]:
    """What is wrong with the parameters of one operation and of the items of its path."""
    declared: dict[tuple[str, str], Node] = {}
    for holder in (*reversed(items), operation):
        own: set[tuple[str, str]] = set()
        for place, parameter in _declared(holder):
            if place in own:
                yield _declared_twice(parameter)
            own.add(place)
            declared[place] = parameter
    names = {name for location, name in declared if location == "path"}
    yield from _written_otherwise(path, names, operation)
    in_path = Counter(placeholders(with_declared_names(path, names)))
    yield from _in_path(in_path, names, operation)
    for (location, name), parameter in declared.items():
        if location == "path":
            yield from _of_path(path, name in in_path, name, parameter)


def _declared_twice(parameter: Node) -> Problem:
    location, name = parameter["in"].value, str(parameter["name"].value)
    return parameter.problem(
        f"the {location} parameter {clip(name)!r} is declared twice",
        "remove one of the two; the later one counts",
        Severity.WARNING,
    )


def _written_otherwise(
    path: str, names: Set[str], operation: Node
) -> Iterator[Problem]:
    """Parameters that a path has in the words of other frameworks."""
    meant = dict.fromkeys(with_colons(path, names))
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


def _in_path(
    in_path: Counter[str], names: Set[str], operation: Node
) -> Iterator[Problem]:
    """What a path asks for that its parameters do not give."""
    for name, times in in_path.items():
        if name not in names:
            yield operation.problem(
                f"the path parameter {clip(name)!r} is not declared",
                "add it to parameters; until then it is a string",
                Severity.WARNING,
            )
        if times > 1:
            yield operation.problem(
                f"{{{name}}} stands in the path more than once",
                "give each its own name; until then all get the same value",
                Severity.WARNING,
            )


def _of_path(path: str, occurs: bool, name: str, parameter: Node) -> Iterator[Problem]:
    """What a parameter of a path does not say, or says in vain."""
    if not occurs:
        yield parameter.problem(
            f"the path parameter {clip(name)!r} does not occur in {clip(path)}",
            "write it into the path, or remove it; until then it is left out",
            Severity.WARNING,
        )
        return
    value = parameter.value
    if isinstance(value, dict) and value.get("required") is not True:
        yield (parameter.get("required") or parameter).problem(
            f"the path parameter {clip(name)!r} is not marked as required",
            "add required: true; it counts as required",
            Severity.WARNING,
        )


def _declared(holder: Node) -> Iterator[tuple[tuple[str, str], Node]]:
    """The parameters in one place, by what tells them apart."""
    for entry in holder.elements("parameters"):
        try:
            parameter = entry.deref()
        except BrokenReference:
            continue
        value = parameter.value
        if isinstance(value, dict):
            location, name = value.get("in"), value.get("name")
            if isinstance(location, str) and isinstance(name, str):
                yield (location, folded(location, name)), parameter
