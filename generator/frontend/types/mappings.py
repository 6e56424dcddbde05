"""What a discriminator's mapping says of the variants, held against what they say themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from ...document import BrokenReference, Node
from ...ir import Ref, Tag, Type
from .constants import tag_text
from .converter import Converter


@dataclass(frozen=True, slots=True)
class Variant:
    """A variant: what the mapping calls it, and the values that its own property lists.

    `plain` is the type by which a mapping knows it, whatever it is merged with.
    """

    node: Node
    type: Type
    plain: Type
    mapped: tuple[Tag, ...]
    constants: tuple[Tag, ...]


def mapping_of(converter: Converter, declared: Node | None) -> dict[Type, list[Tag]]:
    """The variants that a discriminator's mapping names, each with its tags."""
    tags: dict[Type, list[Tag]] = {}
    for tag, target in targets_of(converter, declared):
        tags.setdefault(Ref(converter.add_named(target)), []).append(tag)
    return tags


def targets_of(
    converter: Converter, declared: Node | None
) -> Iterator[tuple[str, Node]]:
    """The tags of a discriminator's mapping, and the schemas that they stand for."""
    if declared is None:
        return
    for tag, target in declared.items("mapping"):
        if isinstance(target.value, str):
            try:
                yield tag, converter.context.mapping_target(declared, target.value)
            except BrokenReference as error:
                converter.context.add(error.problem)


def place_of(declared: Node, tag: Tag) -> Node:
    """Where a mapping speaks of a tag."""
    mapping = declared.get("mapping")
    return (mapping and mapping.get(str(tag))) or declared


def default_of(converter: Converter, declared: Node | None) -> Type | None:
    """OpenAPI 3.2's `defaultMapping`: the variant of an unknown tag."""
    if declared is None or not isinstance(declared.value, dict):
        return None
    name = declared.value.get("defaultMapping")
    if not isinstance(name, str):
        return None
    try:
        return Ref(
            converter.add_named(converter.context.mapping_target(declared, name))
        )
    except BrokenReference as error:
        converter.context.add(error.problem)
        return None


def left_out(
    variants: Sequence[Variant], known: Sequence[Tag]
) -> list[tuple[Tag, Type]]:
    """The values that a mapping leaves out, though they can mean one variant alone.

    One value tells a variant even from those that may have any.
    """
    taken = {tag_text(tag) for tag in known}
    found: list[tuple[Tag, Type]] = []
    for variant in variants:
        others = [each for each in variants if each is not variant]
        is_told = len(variant.constants) == 1 or all(each.constants for each in others)
        if not variant.mapped or not is_told:
            continue
        theirs = {tag_text(tag) for tag in chain(*(each.constants for each in others))}
        found.extend(
            (tag, variant.type)
            for tag in variant.constants
            if tag_text(tag) not in taken | theirs
        )
    return found


def tell_contradictions(
    converter: Converter, declared: Node, wire: str, variants: Sequence[Variant]
) -> None:
    """Warns of the tags of a mapping that the variants they stand for cannot have."""
    for variant in variants:
        allowed = {tag_text(tag) for tag in variant.constants}
        for tag in variant.mapped if allowed else ():
            if tag_text(tag) not in allowed:
                converter.context.warn(
                    place_of(declared, tag),
                    f"the mapping says {tag!r} for {converter.context.key_of(variant.node)},"
                    f" whose {wire!r} cannot be that",
                    "correct one of the two; until then values that only it can have tell it too",
                )


def tell_strangers(
    converter: Converter,
    declared: Node,
    explicit: dict[Type, list[Tag]],
    variants: Collection[Type],
) -> None:
    """Warns of the tags of a mapping that stand for none of the union's variants."""
    for type_, tags in explicit.items():
        for tag in tags if isinstance(type_, Ref) and type_ not in variants else ():
            converter.context.warn(
                place_of(declared, tag),
                f"the mapping says {tag!r} for what is none of the variants",
                "add that to the union, or take it out of the mapping; until then what"
                " comes with it is of no known variant",
            )
