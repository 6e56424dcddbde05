"""Schemas that no value can fit, because the parts of an `allOf` ask for different types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from ..document import BrokenReference, Node
from ..document.grammar import Kind
from ..document.walk import Met, Visit
from ..errors import Problem, Severity, clip

# Deeper than people inherit; what goes on from there is not looked at.
_DEEPEST = 100

Types = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Asked:
    """The types that a schema asks for, and those of its properties; all where it says none."""

    types: Types | None = None
    properties: dict[str, Types] = field(default_factory=dict[str, Types])


_NOTHING = _Asked()


def faults(visits: Iterable[Visit]) -> Iterator[Problem]:
    """A warning for each place where parts contradict each other."""
    reader = _Reader()
    for visit in visits:
        if isinstance(visit, Met) and visit.kind is Kind.SCHEMA:
            if visit.node.get("allOf") is not None:
                reader.asked(visit.node)
    yield from reader.problems


class _Reader:
    """Reads each schema once, what it is built on first."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._known: dict[tuple[str, str], _Asked] = {}
        self._types: dict[tuple[str, str], Types | None] = {}

    def asked(self, node: Node, depth: int = 0) -> _Asked:
        """What a schema asks for, with its parts; the first word counts in a contradiction."""
        if node.key in self._known or depth > _DEEPEST:
            return self._known.get(node.key, _NOTHING)
        # Whoever comes here again on the way is in a circle, which adds nothing.
        self._known[node.key] = _NOTHING
        types: Types | None = None
        properties: dict[str, Types] = {}
        own = {
            name: found
            for name, child in node.items("properties")
            if (found := self._types_of(child)) is not None
        }
        for part in (
            _Asked(_own_types(node), own),
            *(self.asked(each, depth + 1) for each in _parts(node)),
        ):
            types = self._both(types, part.types, node, "the schema")
            for name, found in part.properties.items():
                what = f"the property {clip(name)!r}"
                both = self._both(properties.get(name), found, node, what)
                properties[name] = both or found
        self._known[node.key] = _Asked(types, properties)
        return self._known[node.key]

    def _types_of(self, node: Node, depth: int = 0) -> Types | None:
        """The types alone, which also what contains itself has."""
        if node.key not in self._types and depth <= _DEEPEST:
            self._types[node.key] = None
            found = _own_types(node)
            for part in _parts(node):
                inner = self._types_of(part, depth + 1)
                both = _common(found, inner)
                found = both if both or found is None else found
            self._types[node.key] = found
        return self._types.get(node.key)

    def _both(
        self, first: Types | None, second: Types | None, node: Node, what: str
    ) -> Types | None:
        both = _common(first, second)
        if first and second and not both:
            said = f"one part says {_spelled(first)}, another {_spelled(second)}"
            self.problems.append(
                node.problem(
                    f"no value fits {what}: {said}",
                    "let them agree; until then one of the two is taken",
                    Severity.WARNING,
                )
            )
            return first
        return both


def _parts(node: Node) -> Iterator[Node]:
    if node.ref is not None:
        with suppress(BrokenReference):
            yield node.target()
    yield from node.elements("allOf")


def _own_types(node: Node) -> Types | None:
    value = node.value
    if not isinstance(value, dict):
        return None
    kind = value.get("type")
    kinds = kind if isinstance(kind, list) else [kind]
    found = {each for each in kinds if isinstance(each, str)}
    if "number" in found:
        found.add("integer")
    if found and value.get("nullable") is True:
        found.add("null")
    return frozenset(found) or None


def _spelled(types: Types) -> str:
    return " or ".join(sorted(types - {"integer"} if "number" in types else types))


def _common(first: Types | None, second: Types | None) -> Types | None:
    if first is None or second is None:
        return second if first is None else first
    return first & second
