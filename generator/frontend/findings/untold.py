"""Limits and texts of schemas that have no place, because others stand beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...document import BrokenReference, Json, Node
from ..shapes.constraints import OF_TYPES, limiting
from ..shapes.keywords import are_single, rest_of, types_of
from ..tally import HARMLESS

_LIMITS = OF_TYPES | {"format"}
_SAID = frozenset({*_LIMITS, "description"})

_ALTERNATIVES = (
    "a limit of one of several alternatives",
    "alternatives of the same type share a Python type, which has no limits",
)
_MISPLACED = (
    "a limit of another type",
    "it limits no value of the type that its schema has",
)
_VALUES = (
    "what is said of the values of some of an object's further fields",
    "further fields share a Python type, whatever their names are",
)
_PATTERN = (
    "the type of some of an object's further fields",
    "others may be anything, and share a Python type with them",
)
_TUPLE = (
    "a list that may end before its last place",
    "in Python a tuple has all of its places",
)

_LISTED = (
    "an object or a list among the values that a schema lists",
    "types list single values only, so that it may be any of its type",
)
_EMPTY = (
    "an empty `enum`",
    "by the letter no value would fit; it is taken as left out",
)


def untold(schema: Node) -> Iterator[tuple[str, Node, str, str]]:
    """What of a schema is not told: its name, its place, why, and what to do."""
    value = schema.value
    if not isinstance(value, dict):
        return
    for keyword in ("oneOf", "anyOf"):
        if keyword in value:
            for branch in _limited(list(schema.elements(keyword))):
                yield _ALTERNATIVES[0], branch, _ALTERNATIVES[1], HARMLESS
    if "patternProperties" in value:
        for child in _beside(schema):
            yield _VALUES[0], child, _VALUES[1], HARMLESS
        if "properties" in value and _is_open(schema):
            for _, child in schema.items("patternProperties"):
                yield _PATTERN[0], child, _PATTERN[1], (
                    "say `additionalProperties: false` if there are no others"
                )
    if _is_misplaced(value):
        yield _MISPLACED[0], schema, _MISPLACED[1], (
            "say it of what it is meant for, or remove it"
        )
    listed = [value["const"]] if "const" in value else value.get("enum")
    if isinstance(listed, list) and not are_single(listed):
        yield _LISTED[0], schema, _LISTED[1], "say in its description what it can be"
    if listed == [] and schema.document.version != "3.0":
        # In 3.0 the rules forbid it, which is told with them.
        yield _EMPTY[0], schema, _EMPTY[1], "list the values, or remove it"
    if _may_be_shorter(value):
        yield _TUPLE[0], schema, _TUPLE[1], "say by `minItems` how long it is"


def _is_open(schema: Node) -> bool:
    """Whether nothing is said of fields that are not described."""
    said = rest_of(schema, "additionalProperties")
    return said is None or said.value is True or said.value == {}


def _may_be_shorter(value: dict[str, Json]) -> bool:
    """Whether a list that ends after its first places may end before them."""
    places = value.get("prefixItems")
    least, most = value.get("minItems", 0), value.get("maxItems")
    if not isinstance(places, list) or not isinstance(least, int | float):
        return False
    count = len(places)
    ends = isinstance(most, int | float) and most <= count
    return least < count and (ends or value.get("items") is False)


def _is_misplaced(value: dict[str, Json]) -> bool:
    """Whether a schema has a limit that means nothing to values of its type."""
    types = types_of(value)
    return types is not None and not value.keys() & OF_TYPES <= limiting(types)


def _limited(branches: list[Node]) -> Iterator[Node]:
    """The alternatives with limits that are not the only ones of their kind."""
    kinds = Counter(kind for branch in branches for kind in _kinds(branch))
    for branch in branches:
        if "" not in kinds and all(kinds[kind] == 1 for kind in _kinds(branch)):
            continue
        own = branch.value if isinstance(branch.value, dict) else {}
        is_class = "properties" in own or own.get("type") == "object"
        is_constant = "enum" in own or "const" in own
        if branch.ref is None and not is_class and not is_constant:
            yield from (branch,) if _LIMITS & own.keys() else ()


def _kinds(branch: Node) -> list[str]:
    """The types of an alternative but constants, or an empty one where it names none."""
    try:
        target = branch.deref().value
    except BrokenReference:
        return [""]
    own = target if isinstance(target, dict) else {}
    if "enum" in own or "const" in own:
        return []
    types = types_of(own)
    return [""] if types is None else list(types)


def _beside(schema: Node) -> Iterator[Node]:
    """The values of further fields of which something is said, where they are several."""
    extra = schema.get("additionalProperties")
    nodes = [child for _, child in schema.items("patternProperties")]
    nodes = [*nodes, *([extra] if extra is not None and extra.is_mapping else [])]
    for node in nodes if len(nodes) > 1 else ():
        if isinstance(node.value, dict) and _SAID & node.value.keys():
            yield node
