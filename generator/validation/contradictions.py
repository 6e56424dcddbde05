"""Schemas that no value can fit, because the parts of an `allOf` ask for different things."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from ..document import BrokenReference, Json, Node
from ..document.grammar import Kind
from ..document.walk import Met, Visit
from ..errors import Problem, Severity, clip

# Deeper than people inherit; what goes on from there is not looked at.
_DEEPEST = 100

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Demand:
    """The types that a schema asks for, and the values as JSON; all where it names none."""

    types: Words | None = None
    values: Words | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a schema asks for, and what of its properties."""

    demand: _Demand = field(default_factory=_Demand)
    properties: dict[str, _Demand] = field(default_factory=dict[str, _Demand])


_ANY = _Demand()
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
        self._demands: dict[tuple[str, str], _Demand] = {}

    def asked(self, node: Node, depth: int = 0) -> _Asked:
        """What a schema asks for, with its parts; the first word counts in a contradiction."""
        if node.key in self._known or depth > _DEEPEST:
            return self._known.get(node.key, _NOTHING)
        # Whoever comes here again on the way is in a circle, which adds nothing.
        self._known[node.key] = _NOTHING
        demand = _ANY
        properties: dict[str, _Demand] = {}
        own = {name: self._demand_of(child) for name, child in node.items("properties")}
        for part in (
            _Asked(_own_demand(node), own),
            *(self.asked(each, depth + 1) for each in _parts(node)),
        ):
            demand = self._both(demand, part.demand, node, "the schema")
            for name, found in part.properties.items():
                known = properties.get(name, _ANY)
                what = f"the property {clip(name)!r}"
                properties[name] = self._both(known, found, node, what)
        self._known[node.key] = _Asked(demand, properties)
        return self._known[node.key]

    def _demand_of(self, node: Node, depth: int = 0) -> _Demand:
        """That of the schema alone, which also what contains itself has."""
        if node.key not in self._demands and depth <= _DEEPEST:
            self._demands[node.key] = _ANY
            found = _own_demand(node)
            for part in _parts(node):
                inner = self._demand_of(part, depth + 1)
                types = _common(found.types, inner.types)
                values = _common(found.values, inner.values)
                found = _Demand(types or found.types, values or found.values)
            self._demands[node.key] = found
        return self._demands.get(node.key, _ANY)

    def _both(self, first: _Demand, second: _Demand, node: Node, what: str) -> _Demand:
        both = _Demand(
            _common(first.types, second.types), _common(first.values, second.values)
        )
        if both.types == frozenset():
            one, other = _types(first.types), _types(second.types)
            said = f"one part says {one}, another {other}"
        elif both.values == frozenset():
            one, other = _values(first.values), _values(second.values)
            said = f"one part lists {one}, another {other}"
        else:
            return both
        self.problems.append(
            node.problem(
                f"no value fits {what}: {said}",
                "let them agree; until then one of the two is taken",
                Severity.WARNING,
            )
        )
        return _Demand(both.types or first.types, both.values or first.values)


def _parts(node: Node) -> Iterator[Node]:
    if node.ref is not None:
        with suppress(BrokenReference):
            yield node.target()
    yield from node.elements("allOf")


def _own_demand(node: Node) -> _Demand:
    value = node.value
    if not isinstance(value, dict):
        return _ANY
    kind = value.get("type")
    kinds = kind if isinstance(kind, list) else [kind]
    found = {each for each in kinds if isinstance(each, str)}
    if "number" in found:
        found.add("integer")
    if found and value.get("nullable") is True:
        found.add("null")
    const = node.get("const")
    places = [const] if const is not None else list(node.elements("enum"))
    # Of texts, YAML may have read some as numbers.
    listed = (place.text if kind == "string" else place.value for place in places)
    return _Demand(frozenset(found) or None, frozenset(map(_as_json, listed)) or None)


def _as_json(value: Json) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def _types(types: Words | None) -> str:
    types = types or frozenset()
    return " or ".join(sorted(types - {"integer"} if "number" in types else types))


def _values(values: Words | None) -> str:
    return clip(" or ".join(sorted(values or ())), 60)


def _common(first: Words | None, second: Words | None) -> Words | None:
    if first is None or second is None:
        return second if first is None else first
    return first & second
