"""What a description has and what became of it: nothing is left out without a line here.

The totals are counted on the raw data (`places`), not on the IR.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass

from ...document import (
    BrokenReference,
    Json,
    Node,
    hidden_operations,
    path_items,
    raw_operations,
)
from ...document.grammar import Kind
from ...pointers import parent, split
from ..operations.media import is_json
from ..operations.responses import WITHOUT_BODY
from .places import places

# A step of a pointer, and why what stands below it has no place in a Python type.
_UNTYPED = {
    "not": "stands below `not`, which says what a value is not",
    "if": "stands below `if`, which only tests a value",
    "then": "holds on a condition that types cannot express",
    "else": "holds on a condition that types cannot express",
    "contains": "stands below `contains`, which asks for one such item among any",
    "dependentSchemas": "holds on a condition that types cannot express",
    "contentSchema": "describes JSON within a text, which stays text",
    "propertyNames": "stands below `propertyNames`, which is about keys",
    "unevaluatedProperties": "stands below `unevaluatedProperties`",
    "unevaluatedItems": "stands below `unevaluatedItems`",
}
_SHARED = frozenset(
    {"parameters", "responses", "requestBodies", "headers", "pathItems"}
)
_UNREACHED = "no operation or named schema leads here"
_EXCLUDED = "excluded by the configuration"
_HIDDEN = "another operation of its path has the same method"
_BROKEN = "its path item or reference is broken"


@dataclass(frozen=True, slots=True)
class Omission:
    """One thing that is not emitted."""

    pointer: str
    reason: str


@dataclass(frozen=True, slots=True)
class Account:
    """How many things of a kind there are, and which of them are left out."""

    total: int
    left_out: tuple[Omission, ...]

    def as_json(self) -> dict[str, Json]:
        """The keys of `--report`."""
        return {
            "total": self.total,
            "emitted": self.total - len(self.left_out),
            "left_out": [asdict(omission) for omission in self.left_out],
        }


@dataclass(frozen=True, slots=True)
class Ledger:
    """The accounts of operations, schemas and fields."""

    operations: Account
    schemas: Account
    fields: Account

    def as_json(self) -> dict[str, Json]:
        """The keys of `--report`, without the problems."""
        return {
            "operations": self.operations.as_json(),
            "schemas": self.schemas.as_json(),
            "fields": self.fields.as_json(),
        }


Keys = set[tuple[str, str]]


def ledger_of(
    root: Node,
    operations: Keys,
    schemas: Keys,
    fields: Keys,
    passed_over: Mapping[tuple[str, str], str],
    *,
    all_: bool,
) -> Ledger:
    """Holds what was emitted (places of operations, schemas and fields) against the raw data.

    `passed_over` are places below which nothing is emitted, and why. `all_` is false when
    the configuration leaves operations out.
    """
    reason = _UNREACHED if all_ else _EXCLUDED
    counting = _operations(root)
    hidden = _hidden(root, {node.key for node in counting})
    return Ledger(
        _account(
            [*counting, *hidden],
            operations,
            _BROKEN if all_ else _EXCLUDED,
            {node.key: _HIDDEN for node in hidden},
        ),
        _account(_schemas(root), schemas, reason, {}),
        _account(_fields(root), fields, reason, passed_over),
    )


def _account(
    found: Iterable[Node],
    emitted: Keys,
    reason: str,
    passed_over: Mapping[tuple[str, str], str],
) -> Account:
    nodes = list(found)
    missing = [node for node in nodes if node.key not in emitted]
    omissions = (
        Omission(_pointer(node), _passed(node, passed_over) or _reason(node, reason))
        for node in missing
    )
    return Account(len(nodes), tuple(omissions))


def _passed(node: Node, passed_over: Mapping[tuple[str, str], str]) -> str | None:
    """Why a node was passed over, or something around it with all that stands below."""
    pointer = node.pointer
    while pointer:
        if (node.file.name, pointer) in passed_over:
            return passed_over[node.file.name, pointer]
        pointer = parent(pointer)
    return passed_over.get((node.file.name, ""))


def _pointer(node: Node) -> str:
    root = node.document.root.file.name
    return (
        node.pointer if node.file.name == root else f"{node.file.name}#{node.pointer}"
    )


def _reason(node: Node, fallback: str) -> str:
    steps = split(node.pointer)
    for before, step in zip(["", *steps], steps, strict=False):
        if before != "properties" and step in _UNTYPED:
            return _UNTYPED[step]
        if before == "content" and not is_json(step):
            return f"is the body of {step}, which is given as it comes"
        if before == "responses" and step in WITHOUT_BODY:
            return f"describes a body of status {step}, which has none"
        if before.lower() == "head" and step == "responses":
            return "describes a body of an answer to HEAD, which has none"
        if before == "components" and step in _SHARED:
            return f"stands in components.{step}, where no operation uses it"
    owner = _owner(node)
    kind = owner.get("type") if isinstance(owner, dict) else None
    if isinstance(kind, str) and kind != "object":
        return f"its schema is of type {kind}, which has no properties"
    if isinstance(kind, list) and sum(each != "null" for each in kind) > 1:
        return "its schema is of several types, an object of no more than any mapping"
    if isinstance(owner, dict) and ("enum" in owner or "const" in owner):
        return "its schema lists the values that there are"
    return fallback


def _owner(node: Node) -> Json:
    """The schema that a property stands in."""
    value = node.file.data
    for key in split(node.pointer)[:-2]:
        if isinstance(value, dict):
            value = value.get(key)
        elif isinstance(value, list) and key.isdigit():
            value = value[int(key)]
    return value


def _operations(root: Node) -> list[Node]:
    """The operations below `paths`, where they stand; `$ref`s of path items are followed."""
    found = []
    for _, item in path_items(root):
        with suppress(BrokenReference):
            for raw in raw_operations(item):
                found.append(raw.node)
    return found


def _hidden(root: Node, counting: Keys) -> list[Node]:
    """The operations that count nowhere, as another of their path has their method."""
    found = {
        hidden.key: hidden
        for _, item in path_items(root)
        for _, hidden in hidden_operations(item)
        if hidden.key not in counting
    }
    return list(found.values())


def _schemas(root: Node) -> list[Node]:
    return list(root.document.components("schemas").values())


def _fields(root: Node) -> list[Node]:
    found = {
        child.key: child
        for place in places(root, follow=True)
        if place.kind is Kind.SCHEMA
        for _, child in place.node.items("properties")
    }
    return [found[key] for key in sorted(found)]
