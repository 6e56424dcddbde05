"""What stands beside a `$ref`: nothing that matters, or a schema of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..document import BrokenReference, Json, Node

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


def has_structure(node: Node) -> bool:
    """Whether the keywords beside this node's `$ref` change what it allows."""
    value = node.value
    return isinstance(value, dict) and not STRUCTURAL.isdisjoint(value)


def wrapped_reference(node: Node) -> Node | None:
    """The `$ref` of an `allOf` that holds just that one, beside nothing that matters."""
    value = node.value
    if not isinstance(value, dict) or "$ref" in value:
        return None
    branches = list(node.elements("allOf"))
    if len(branches) != 1 or branches[0].ref is None or has_structure(branches[0]):
        return None
    return branches[0] if _adds_null_at_most(value, "allOf") else None


def nullable_reference(node: Node) -> bool:
    """Whether what stands beside a `$ref` says no more than that null passes as well."""
    value = node.value
    return (
        node.ref is not None and isinstance(value, dict) and _adds_null_at_most(value)
    )


def is_null(node: Node) -> bool:
    """Whether a union's branch is null by its type."""
    return isinstance(node.value, dict) and node.value.get("type") == "null"


def means_null(node: Node) -> bool:
    """Whether a union's branch is `{nullable: true}`: OpenAPI 3.0 has no other word for null.

    By the letter any value would pass, and the other branches would say nothing.
    """
    value = node.value
    return (
        isinstance(value, dict)
        and value.get("nullable") is True
        and value.keys() <= {"nullable", "title", "description", "default", "example"}
    )


def beside_null(branches: Sequence[Node]) -> Node | None:
    """The only alternative but null."""
    others = [each for each in branches if not (is_null(each) or means_null(each))]
    return others[0] if len(others) == 1 else None


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
