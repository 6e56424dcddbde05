"""One pass over everything that a description says, across its files."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from ..errors import Problem, Problems
from ..pointers import Json
from .grammar import OBJECTS, Kind, Leaf, ListOf, MapOf, OneOrMore, Shape, method_of
from .nodes import BrokenReference, Document, Node


@dataclass(frozen=True, slots=True)
class Met:
    """An object of the kind that belongs there."""

    node: Node
    kind: Kind


@dataclass(frozen=True, slots=True)
class Reference:
    """A `$ref`, and what it leads to in one hop, or why it leads nowhere."""

    node: Node
    shape: Shape
    target: Node | BrokenReference


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value of another shape than belongs there. Nothing in it is visited."""

    node: Node
    shape: Shape


Visit: TypeAlias = Met | Reference | Misfit

# What stands beside their $ref counts as well.
_WITH_SIBLINGS = frozenset({Kind.SCHEMA, Kind.PATH_ITEM, Kind.PATHS, Kind.COMPONENTS})


def walk(
    document: Document, without: Collection[tuple[str, str]] = ()
) -> Iterator[Visit]:
    """Every object and reference that can be reached from the root, each place once a shape.

    Places in `without`, and what is only reached through them, are left out.
    """
    pending: list[tuple[Node, Shape]] = [(document.root, Kind.DOCUMENT)]
    seen: set[tuple[tuple[str, str], Shape]] = set()
    while pending:
        node, shape = pending.pop()
        if node.key in without:
            continue
        ref = None if has_own_names(shape) else node.ref
        misspelt = _misspelt(node, shape)
        if misspelt is not None:
            yield Misfit(misspelt, Leaf.REFERENCE)
            continue
        if ref is None and not fits(node.value, shape):
            yield Misfit(node, shape)
            continue
        if ref is not None or isinstance(shape, Kind):
            # Only these are come upon twice: in their place, and from a $ref to it.
            if (node.key, shape) in seen:
                continue
            seen.add((node.key, shape))
        if ref is not None:
            target = _followed(node, ref)
            yield Reference(node, shape, target)
            if isinstance(target, Node):
                pending.append((target, shape))
            if not (isinstance(shape, MapOf) or shape in _WITH_SIBLINGS):
                continue
        elif isinstance(shape, Kind) and isinstance(node.value, dict):
            yield Met(node, shape)
            for named in _named(node, shape):
                yield named
                if isinstance(named.target, Node):
                    pending.append((named.target, named.shape))
        pending.extend(
            (child, inner)
            for child, inner in inside(node, shape)
            if _is_worth(child.value, inner)
        )


def _misspelt(node: Node, shape: Shape) -> Node | None:
    """An object's `$ref` that is no text; elsewhere it may be a key as any other."""
    ref = node.get("$ref") if isinstance(shape, Kind) else None
    return None if ref is None or isinstance(ref.value, str) else ref


def broken_references(document: Document) -> list[Problem]:
    """The problem of each reference that leads nowhere, or where it may not."""
    return list(
        Problems(
            visit.target.problem
            for visit in walk(document)
            if isinstance(visit, Reference)
            and isinstance(visit.target, BrokenReference)
        )
    )


def has_own_names(shape: Shape) -> bool:
    """Whether `$ref` is but a key here, as any other (a discriminator's mapping, a scope)."""
    return isinstance(shape, MapOf) and isinstance(shape.shape, Leaf)


def _named(node: Node, kind: Kind) -> Iterator[Reference]:
    """What an object refers to by address where others have a component's name."""
    if kind is Kind.DISCRIMINATOR:
        for _, entry in node.items("mapping"):
            if isinstance(entry.value, str) and is_mapped_reference(entry.value):
                yield Reference(entry, Kind.SCHEMA, _followed(entry, entry.value))
    elif kind is Kind.SECURITY_REQUIREMENT:
        for key, entry in node.items():
            if is_scheme_reference(key, node.document):
                yield Reference(entry, Kind.SECURITY_SCHEME, _followed(entry, key))


def _followed(node: Node, reference: str) -> Node | BrokenReference:
    try:
        return node.follow(reference)
    except BrokenReference as error:
        return error


def is_scheme_reference(key: str, document: Document) -> bool:
    """Whether a security requirement means an address, as OpenAPI 3.2 has it, and no name."""
    return is_mapped_reference(key) and key not in document.components(
        "securitySchemes"
    )


def is_mapped_reference(text: str) -> bool:
    """Whether a discriminator's mapping means a reference rather than a schema's key."""
    return "#" in text or "/" in text or text.endswith((".yaml", ".yml", ".json"))


def fits(value: Json, shape: Shape) -> bool:
    """Whether a value has the outer form that belongs there."""
    match shape:
        case Leaf.DATA:
            return True
        case Leaf.TEXT | Leaf.REFERENCE:
            return isinstance(value, str)
        case Leaf.FLAG:
            return isinstance(value, bool)
        case Leaf.NUMBER:
            return isinstance(value, int | float) and not isinstance(value, bool)
        case Kind.SCHEMA:
            return isinstance(value, dict | bool)
        case Kind() | MapOf():
            return isinstance(value, dict)
        case ListOf():
            return isinstance(value, list)
        case OneOrMore():
            return isinstance(value, list) or fits(value, shape.shape)


def inside(node: Node, shape: Shape) -> Iterator[tuple[Node, Shape]]:
    """What stands directly in a fitting value, with the shape that belongs there.

    Extensions and fields that the specification does not name are left out.
    """
    match shape:
        case ListOf() | OneOrMore():
            yield from ((child, shape.shape) for child in node.elements())
        case MapOf():
            shared = node.ref is not None and not has_own_names(shape)
            for key, child in node.items():
                if not (shared and key == "$ref"):
                    yield child, shape.shape
        case Kind():
            for key, child in node.items():
                inner = shape_of(key, shape)
                if inner is not None:
                    yield child, inner
        case Leaf():
            pass


def shape_of(key: str, kind: Kind) -> Shape | None:
    """The shape of an object's field; `None` for an extension and for `$ref`."""
    if key == "$ref":
        return None
    if kind is Kind.PATH_ITEM:
        key = method_of(key) or key
    named = OBJECTS[kind].fields.get(key)
    if named is None and not key.startswith("x-"):
        return OBJECTS[kind].others
    return named


def shape_below(kind: Kind, steps: list[str]) -> Shape | None:
    """What belongs at a place in an object of a kind; `None` where no object stands."""
    shape: Shape | None = kind
    for step in steps:
        match shape:
            case MapOf() | ListOf():
                shape = shape.shape
            case Kind():
                shape = shape_of(step, shape)
            case _:
                return None
    return shape


def _is_worth(value: Json, shape: Shape) -> bool:
    return not isinstance(shape, Leaf) or not fits(value, shape)
