"""Unions: their variants, each with what stands beside the union."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import prod

from ...document import BrokenReference, Node
from ...ir import Any, Literal, Nullable, Ref, Tag, Type, but_null
from ..shapes.flattening import Shape
from ..shapes.keywords import distinct
from ..shapes.siblings import means_null
from .combining import merge_union
from .converter import Asked, Converter
from .tags import tagged
from .variant_names import VariantNames

# Unions in several `allOf` branches multiply; beyond this they are widened, and said so.
_MOST_COMBINATIONS = 64


def _literal_of_constants(branches: Sequence[Node]) -> Literal | None:
    """One literal for a union whose every branch is an inline constant or null."""
    values: list[Tag | None] = []
    for branch in branches:
        value = branch.value
        if not isinstance(value, dict) or "const" not in value:
            return None
        constant = value["const"]
        if isinstance(constant, dict | list) or constant is None:
            return None
        values.append(constant)
    return Literal(tuple(distinct(values)))


def union_of(converter: Converter, shape: Shape, asked: Asked) -> Type:
    """The type of what is one of several; of several unions at once, of every combination."""
    count = prod(len(each.branches) for each in shape.unions)
    if len(shape.unions) > 1 and count > _MOST_COMBINATIONS:
        converter.context.warn(
            asked.nodes[0],
            f"{len(shape.unions)} unions at once make {count} combinations;"
            " the type is widened to any value",
            "give the combinations that exist a schema of their own",
        )
        return Any()
    constants = _literal_of_constants(shape.unions[0].branches)
    if constants is not None and not shape.properties:
        return constants
    return _of_branches(converter, shape, asked)


def _of_branches(converter: Converter, shape: Shape, asked: Asked) -> Type:
    """The union of the branches, each merged with what stands beside the union."""
    union, holder = shape.unions[0], asked.nodes[0]
    beside = replace(asked, without=asked.without | {union.place})
    names = VariantNames(converter, union.branches)
    intact = [
        (branch, f"{asked.hint}{names.of(branch, index)}")
        for index, branch in enumerate(union.branches, 1)
        if not _is_broken(converter, branch)
    ]
    members = [
        (branch, _variant(converter, shape, branch, replace(beside, hint=name)))
        for branch, name in intact
    ]
    objects = [
        (node, type_)
        for node, type_ in members
        if _refers_to_object(converter, node, type_)
    ]
    is_broken = len(intact) < len(union.branches)
    if is_broken and not _stays(converter, len(objects), holder):
        return Any()
    told = tagged(converter, shape, objects, holder) if len(objects) > 1 else None
    if told is None:
        return merge_union([type_ for _, type_ in members])
    rest = [type_ for _, type_ in members if type_ not in [t for _, t in objects]]
    null = any(isinstance(type_, Nullable) for _, type_ in objects)
    return merge_union([told, *rest, *([Literal((None,))] if null else [])])


def _variant(converter: Converter, shape: Shape, branch: Node, beside: Asked) -> Type:
    """The type of a branch, with what stands `beside` the union where it has that."""
    is_shared = _shared(shape, beside.nodes)
    if means_null(branch, shape.unions[0].branches) and not is_shared:
        return Literal((None,))
    if is_shared:
        is_merged = not _says_it_all(converter, branch, beside)
    else:
        is_merged = _takes_rest(converter, shape, branch, beside.nodes[0])
    if is_merged:
        return converter.type_of_all(replace(beside, nodes=(*beside.nodes, branch)))
    return converter.type_of(branch, beside.hint, beside.owner)


def _is_broken(converter: Converter, branch: Node) -> bool:
    """Whether a variant is a reference that leads nowhere, which is told."""
    try:
        branch.deref()
    except BrokenReference as error:
        converter.context.add(error.problem)
        return True
    return False


def _stays(converter: Converter, objects: int, holder: Node) -> bool:
    """Whether a union is one without a broken variant: what that is has to pass all the same.

    Unions of several objects let pass what they do not know.
    """
    stays = objects > 1
    rest = "the others stay, and what is none of them comes as `Unknown`"
    converter.context.warn(
        holder,
        "a variant of the union is broken",
        f"correct it; until then {rest if stays else 'the union is any value'}",
    )
    return stays


def _shared(shape: Shape, nodes: Sequence[Node]) -> bool:
    """Whether fields beside the union belong to every variant."""
    return bool(shape.properties) or len(shape.unions) > 1 or len(nodes) > 1


def _takes_rest(converter: Converter, shape: Shape, branch: Node, holder: Node) -> bool:
    """Whether a variant has its further properties from what stands beside the union.

    One that is known by a name stays what that is.
    """
    typed = any(
        isinstance(node.value, dict) and node.value for node in shape.additional
    )
    own = converter.context.flattener.flatten((branch,))
    of_objects = own.types is None or "object" in own.types
    if not (typed or shape.patterns) or not of_objects:
        return False
    if branch.ref is None:
        return True
    closed = any(node.value is False for node in shape.additional)
    if (typed or closed) and not own.additional:
        keyword = "additionalProperties" if typed else "patternProperties"
        converter.context.warn_once(
            holder,
            "rest",
            f"what {keyword} says beside a union is left out for variants by reference,"
            " whose further properties may be anything",
            "say it in the schemas that are referred to",
        )
    return False


def _says_it_all(converter: Converter, branch: Node, beside: Asked) -> bool:
    """Whether a named variant has all that stands beside the union, and needs no more."""
    rest = converter.context.flattener.flatten(beside.nodes, beside.without)
    own = converter.context.flattener.flatten((branch,))
    return (
        branch.ref is not None
        and rest.properties.keys() <= own.properties.keys()
        and rest.required <= own.required
        and not (rest.unions or rest.additional or rest.patterns)
    )


def _refers_to_object(converter: Converter, node: Node, type_: Type) -> bool:
    """Whether a variant is a named schema of objects, which alone can have tags."""
    if not isinstance(but_null(type_), Ref):
        return False
    shape = converter.context.flattener.flatten((node,))
    return shape.enum is None and (shape.types is None or "object" in shape.types)
