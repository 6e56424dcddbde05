"""What stands beside a `$ref`: nothing that matters, or a schema of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...document import BrokenReference, Json, Node

# Keywords beside a `$ref` that change what it allows, rather than describe it.
STRUCTURAL = frozenset(
    [
        "type",
        "properties",
        "required",
        "items",
        "prefixItems",
        "additionalProperties",
        "patternProperties",
        "allOf",
        "oneOf",
        "anyOf",
        "enum",
        "const",
        "format",
        "nullable",
        "discriminator",
    ]
)

# Those that also add to what is allowed beside it.
_SHAPING = STRUCTURAL | frozenset(
    "if dependentSchemas unevaluatedProperties unevaluatedItems".split()
)


def has_structure(node: Node) -> bool:
    """Whether the keywords beside this node's `$ref` change what it allows."""
    value = node.value
    return isinstance(value, dict) and not STRUCTURAL.isdisjoint(value)


def single_reference(nodes: Sequence[Node]) -> Node | None:
    """The one reference that schemas come to which must all hold.

    What else they say describes its use, or lets null pass.
    """
    found: dict[tuple[str, str], Node] = {}
    for node in nodes:
        references = _references(node)
        if references is None:
            return None
        found.update((_place(each), each) for each in references)
    return next(iter(found.values())) if len(found) == 1 else None


def _references(node: Node) -> list[Node] | None:
    """The references that a schema is made of; `None` where more than they says what fits."""
    value = node.value
    if describes_only(node):
        return []
    if not isinstance(value, dict):
        return None
    if node.ref is not None:
        return [node] if _adds_null_at_most(value) else None
    if "allOf" not in value:
        says_object = _SHAPING & value.keys() == {"type"} and _adds_null_at_most(value)
        return [] if says_object else None
    if not _adds_null_at_most(value, "allOf"):
        return None
    found: list[Node] = []
    for branch in node.elements("allOf"):
        references = _references(branch)
        if references is None:
            return None
        found.extend(references)
    return found


def _place(reference: Node) -> tuple[str, str]:
    try:
        return reference.target().key
    except BrokenReference:
        return reference.key


def describes_only(node: Node) -> bool:
    """Whether a schema lets anything pass, or says no more than that null does."""
    value = node.value
    if not isinstance(value, dict):
        return value is True
    return "$ref" not in value and _SHAPING.isdisjoint(value.keys() - {"nullable"})


def constrains_only(node: Node) -> bool:
    """Whether a union's branch has no type of its own (`required: [a]`, `not: ...`)."""
    value = node.value
    if not isinstance(value, dict):
        return False
    named = STRUCTURAL - {"required"}
    return "$ref" not in value and named.isdisjoint(value)


def is_null(node: Node) -> bool:
    """Whether a union's branch is null by its type."""
    return isinstance(node.value, dict) and node.value.get("type") == "null"


def means_null(node: Node, branches: Sequence[Node]) -> bool:
    """Whether one of a union's branches is `{nullable: true}`, the null of OpenAPI 3.0.

    By the letter any value would pass, and the other branches would say nothing. That is
    so of `{type: object, nullable: true}` as well, where another is a named schema.
    """
    value = node.value
    if not isinstance(value, dict) or value.get("nullable") is not True:
        return False
    is_object = value.get("type") == "object" and any(each.ref for each in branches)
    said = value.keys() - ({"type"} if is_object else ())
    return said <= {"nullable", "title", "description", "default", "example"}


def beside_null(branches: Sequence[Node]) -> Node | None:
    """The only alternative but null."""
    others = [branch for branch in branches if not _is_only_null(branch, branches)]
    return others[0] if len(others) == 1 else None


def only_variant(branches: Sequence[Node]) -> Node | None:
    """The one variant of a union beside null, where it is no other schema by reference."""
    sole = beside_null(branches)
    if sole is None or len(branches) == 1:
        return None
    return sole if single_reference([sole]) is None else None


def _is_only_null(node: Node, branches: Sequence[Node]) -> bool:
    """Whether a union's branch lets null pass and nothing else, however that is written."""
    value = node.value
    if not isinstance(value, dict) or "$ref" in value:
        return False
    listed = [value["const"]] if "const" in value else value.get("enum")
    return is_null(node) or listed == [None] or means_null(node, branches)


def _adds_null_at_most(value: Mapping[str, Json], *besides: str) -> bool:
    rest = value.keys() - {"nullable", *besides}
    kind = value.get("type")
    kinds = kind if isinstance(kind, list) else [kind]
    if all(kind in ("object", "null") for kind in kinds):
        rest -= {"type"}
    return rest.isdisjoint(STRUCTURAL)


def definition(node: Node) -> Node:
    """The schema that a bare reference means; where it means none, the node itself."""
    if node.ref is None or has_structure(node):
        return node
    try:
        return node.deref()
    except BrokenReference:
        return node
