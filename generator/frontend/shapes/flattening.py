"""A schema with its `$ref`s followed and its `allOf` merged, still without a type.

`flatten` is the one place that knows how schemas combine. What it returns is read by
`types` alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from ...document import BrokenReference, Node, as_data
from ...errors import Problem
from ...ir import Constraints, Default, Json
from ..texts import sections, text
from .branches import Alternatives, alternatives_of
from .constraints import constrained
from .keywords import (
    allows_null,
    are_single,
    both_types,
    both_values,
    misspelled,
    rest_of,
    types_of,
    types_of_values,
    values_of,
)
from .siblings import (
    beside_null,
    definition,
    describes_only,
    only_variant,
)
from .value_texts import texts_beside

Identity: TypeAlias = tuple[tuple[tuple[str, str], ...], frozenset[str]]


def identity_of(nodes: Iterable[Node], without: frozenset[str]) -> Identity:
    """What is the same for schemas that must all hold, but for some unions in them."""
    return tuple(node.key for node in nodes), without


@dataclass
class Shape:
    """What a schema allows, one entry a keyword; lists hold one node for each `allOf` branch."""

    types: tuple[str, ...] | None = None
    nullable: bool = False
    properties: dict[str, list[Node]] = field(default_factory=dict)
    required: set[str] = field(default_factory=set)
    additional: list[Node] = field(default_factory=list)
    patterns: list[Node] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)
    prefix: list[Node] = field(default_factory=list)
    enum: list[Json] | None = None
    value_texts: dict[str, str] = field(default_factory=dict)
    unions: list[Alternatives] = field(default_factory=list)
    conditions: list[Node] = field(default_factory=list)
    discriminator: Node | None = None
    format: str | None = None
    encoding: str | None = None
    media_type: str | None = None
    never: bool = False
    title: str = ""
    doc: str = ""
    default: Default | None = None
    examples: tuple[Json, ...] = ()
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    constraints: Constraints = field(default_factory=Constraints)

    @property
    def is_object(self) -> bool:
        """Whether only an object can fit, told by its keywords where there is no `type`."""
        if self.types is not None:
            return self.types == ("object",)
        return bool(self.properties or self.additional or self.patterns)

    @property
    def is_structured(self) -> bool:
        """Whether only an object or a list can fit."""
        return self.is_object or self.types == ("array",)


@dataclass(slots=True)
class _Way:
    """What was come by in the making of one shape."""

    open: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    """The schemas that what is being merged is part of."""
    merged: dict[tuple[str, str], bool | None] = field(
        default_factory=dict[tuple[str, str], "bool | None"]
    )
    """What was merged, and whether it lets null pass."""


class Flattener:
    """Merges schemas. `report` takes what is contradictory or goes in circles."""

    def __init__(self, report: Callable[[Problem], None]) -> None:
        self._report = report
        self._known: dict[Identity, Shape] = {}
        self._alternatives: dict[tuple[str, str], tuple[Alternatives, ...]] = {}

    def flatten(
        self, nodes: Iterable[Node], without: frozenset[str] = frozenset()
    ) -> Shape:
        """One shape for schemas that must all hold; shared, so never to be changed.

        `without` names the places of unions that are left aside, because one of their
        branches is among the schemas.
        """
        nodes = tuple(nodes)
        key = identity_of(nodes, without)
        known = self._known.get(key)
        if known is not None:
            return known
        shape = self._known[key] = Shape()
        way = _Way()
        passes = [self._merge(shape, node, way, without) for node in nodes]
        shape.nullable = _all_pass(passes) is True
        if shape.conditions and shape.is_object:
            self._add_conditional(shape)
        if shape.is_structured:
            shape.examples = tuple(map(as_data, shape.examples))
        if shape.enum is not None and not are_single(shape.enum):
            # Types cannot list these; they show what is meant.
            shape.types = shape.types or types_of_values(shape.enum)
            shape.examples = shape.examples or tuple(shape.enum)
            shape.enum = None
        return shape

    def _add_conditional(self, shape: Shape) -> None:
        """Adds the properties that hold on a condition: never required, and of one type."""
        found: dict[str, list[list[Node]]] = {}
        for branch in shape.conditions:
            for name, places in self.flatten((branch,)).properties.items():
                if name not in shape.properties:
                    found.setdefault(name, []).append(places)
        for name, options in found.items():
            means = {tuple(definition(node).key for node in each) for each in options}
            if len(means) == 1:
                shape.properties[name] = options[0]

    def _merge(
        self, shape: Shape, node: Node, way: _Way, without: frozenset[str]
    ) -> bool | None:
        """Adds one schema to `shape`; returns whether it lets null pass, if it says so."""
        key = node.key
        if key in way.merged:
            return way.merged[key]
        value = node.value
        if value is False:
            shape.never = True
        if not isinstance(value, dict):
            return None if value is True else False
        way.open.add(key)
        # In a circle, which the checks before have reported, it adds nothing.
        way.merged[key] = None
        # What stands beside a reference describes its use, and goes before the target's.
        is_said = bool(shape.doc)
        _annotate(shape, node, value)
        if "allOf" in value and not is_said:
            _describe(shape, node)
        passes: list[bool | None] = []
        if node.ref is not None:
            try:
                passes.append(self._merge(shape, node.target(), way, without))
            except BrokenReference as error:
                self._report(error.problem)
        own = self._add_own(shape, node, value, way, without)
        if "allOf" in value:
            # What describes this use goes before what is used.
            for branch in sorted(node.elements("allOf"), key=_shapes):
                passed = self._merge(shape, branch, way, without)
                if _shapes(branch):
                    passes.append(passed)
                else:
                    own = own or passed
        if "properties" in value:
            # After those that are inherited, of which they say more.
            for name, property_ in node.items("properties"):
                shape.properties.setdefault(name, []).append(property_)
        way.open.remove(key)
        way.merged[key] = _all_pass(passes) if own is None else own
        return way.merged[key]

    def _add_own(
        self,
        shape: Shape,
        node: Node,
        value: dict[str, Json],
        way: _Way,
        without: frozenset[str],
    ) -> bool | None:
        """Adds a schema's own keywords; whether it speaks of null at all, and if so how."""
        _add_parts(shape, node, value)
        null = allows_null(value)
        types = types_of(value)
        if types is not None:
            shape.types = both_types(shape.types, types)
        values = values_of(node, value)
        if values is not None:
            if (problem := misspelled(node, value, values)) is not None:
                self._report(problem)
            shape.enum = both_values(shape.enum, values)
            null = null or None in values
            shape.value_texts.update(texts_beside(values, value))
        says = types is not None or values is not None
        if "oneOf" in value or "anyOf" in value:
            passes = self._add_unions(shape, node, way, without)
            null = null or (passes and not says)
            says = True
        return null if null or says else None

    def _add_unions(
        self, shape: Shape, node: Node, way: _Way, without: frozenset[str]
    ) -> bool:
        """Adds a schema's unions, or their one variant; whether null may be in its place."""
        passes = False
        for union in self._unions(node):
            # A base that lists its own subtypes says nothing of the one being merged.
            if not union.targets.isdisjoint(way.open):
                continue
            only = only_variant(union.branches)
            if only is not None:
                _add_words(shape, node, only)
                self._merge(shape, only, way, without)
                passes = True
            elif union.place not in without:
                shape.unions.append(union)
                sole = beside_null(union.branches)
                if sole is not None and isinstance(sole.value, dict):
                    _exemplify(shape, sole.value)
        return passes

    def _unions(self, node: Node) -> tuple[Alternatives, ...]:
        """The unions of a schema, found once: it is merged with each of their branches."""
        if node.key not in self._alternatives:
            self._alternatives[node.key] = tuple(alternatives_of(node))
        return self._alternatives[node.key]


def _add_parts(shape: Shape, node: Node, value: dict[str, Json]) -> None:
    """Adds what is said of the parts of an object or a list, and what tells variants apart."""
    required = value.get("required")
    if isinstance(required, list):
        shape.required.update(name for name in required if isinstance(name, str))
    if (extra := rest_of(node, "additionalProperties")) is not None:
        shape.additional.append(extra)
    if "patternProperties" in value:
        shape.patterns.extend(child for _, child in node.items("patternProperties"))
    if (items := rest_of(node, "items")) is not None:
        shape.items.append(items)
    if "prefixItems" in value:
        shape.prefix.extend(node.elements("prefixItems"))
    if (discriminator := node.get("discriminator")) is not None:
        shape.discriminator = discriminator
    if "if" in value:
        both = (node.get("then"), node.get("else"))
        shape.conditions.extend(branch for branch in both if branch is not None)
    if "dependentSchemas" in value:
        shape.conditions.extend(b for _, b in node.items("dependentSchemas"))


def _all_pass(passes: Iterable[bool | None]) -> bool | None:
    """Whether all let null pass that speak of it; `None` where none does."""
    spoken = [each for each in passes if each is not None]
    return all(spoken) if spoken else None


def _shapes(branch: Node) -> bool:
    return not describes_only(branch)


def _describe(shape: Shape, node: Node) -> None:
    """Adds what branches say that stand here, before any that is referred to can say it."""
    for branch in node.elements("allOf"):
        if branch.ref is None:
            shape.title = shape.title or text(branch, "title")
            said = text(branch, "description")
            shape.doc = shape.doc if said in shape.doc else sections(shape.doc, said)


def _add_words(shape: Shape, node: Node, only: Node) -> None:
    """Adds what a union's one variant says to what the union says of itself."""
    said = text(only, "description")
    if said not in shape.doc and shape.doc == text(node, "description"):
        shape.doc = sections(shape.doc, said)


def _exemplify(shape: Shape, value: dict[str, Json]) -> None:
    """Adds what is said by values, and whether any should still be given."""
    if "default" in value and shape.default is None:
        shape.default = Default(value["default"])
    if not shape.examples:
        examples = value.get("examples")
        if isinstance(examples, list):
            shape.examples = tuple(examples)
        elif "example" in value:
            shape.examples = (value["example"],)
    shape.deprecated = shape.deprecated or value.get("deprecated") is True


def _annotate(shape: Shape, node: Node, value: dict[str, Json]) -> None:
    """Adds what describes rather than allows; the outermost schema that says it wins."""
    # The title of a base is none for what has words of its own.
    if not shape.title and not shape.doc and "title" in value:
        shape.title = text(node, "title")
    if not shape.doc and "description" in value:
        shape.doc = text(node, "description")
    _exemplify(shape, value)
    shape.read_only = shape.read_only or value.get("readOnly") is True
    shape.write_only = shape.write_only or value.get("writeOnly") is True
    for name, key in (
        ("format", "format"),
        ("encoding", "contentEncoding"),
        ("media_type", "contentMediaType"),
    ):
        word = value.get(key)
        if isinstance(word, str) and getattr(shape, name) is None:
            setattr(shape, name, word)
    shape.constraints = constrained(shape.constraints, node, value)
