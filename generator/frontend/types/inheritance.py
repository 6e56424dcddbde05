"""Inheritance by discriminator: `allOf` that leads to a base which has one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from ...document import Node
from ...ir import Discriminator, Ref, Tag, Type, Union
from ..shapes.siblings import definition
from ..shapes.subtypes import is_built_on
from .constants import constants_of
from .converter import Converter
from .mappings import Variant, left_out, place_of, targets_of, tell_contradictions
from .tags import tags_of, tell_absent


def union_of_subtypes(converter: Converter, base: Node) -> Union | None:
    """The union that a polymorphic base stands for; `None` for any other schema."""
    base = definition(base)
    declared = base.get("discriminator")
    value = base.value
    if (
        declared is None
        or not isinstance(value, dict)
        or not isinstance(declared.value, dict)
    ):
        return None
    wire = declared.value.get("propertyName")
    if not isinstance(wire, str) or "oneOf" in value or "anyOf" in value:
        return None
    explicit = _explicit(converter, declared, base)
    below = converter.context.subtypes.below(base)
    tell_absent(converter, declared, wire, [base, *(node for _, node in below)])
    pairs = _tags(converter, base, wire, below, explicit)
    own = Ref(converter.add_named(base))
    known = {variant for _, variant in pairs}
    pairs += [
        (tag, variant)
        for variant, tags in explicit.items()
        if variant not in known and variant != own
        for tag in tags
    ]
    if not pairs:
        return None
    fallback = converter.base_model(base)
    pairs += [(tag, fallback) for tag in explicit.get(own, [])]
    nodes: dict[Type, Node] = {
        Ref(converter.add_named(node)): node for _, node in below
    }
    ordered = tuple(_unique(converter, declared, pairs, nodes).items())
    variants = tuple(dict.fromkeys((*(variant for _, variant in ordered), fallback)))
    return Union(variants, Discriminator(wire, ordered, fallback))


def _explicit(
    converter: Converter, declared: Node, base: Node
) -> dict[Type, list[Tag]]:
    """The tags that the mapping gives, by subtype."""
    found: dict[Type, list[Tag]] = {}
    for tag, target in targets_of(converter, declared):
        if is_built_on(target, base):
            variant = Ref(converter.add_named(target))
            found.setdefault(variant, []).append(tag)
        else:
            # To make it a variant would promise fields that it does not have.
            converter.context.warn(
                place_of(declared, tag),
                f"the mapping says {tag!r} for {converter.context.key_of(target)},"
                " whose allOf does not lead to this schema",
                "refer to this schema there, or list what it can be in a oneOf; until"
                " then what comes is read as this schema",
            )
    return found


def _tags(
    converter: Converter,
    base: Node,
    wire: str,
    below: Sequence[tuple[str, Node]],
    explicit: dict[Type, list[Tag]],
) -> list[tuple[Tag, Type]]:
    """Tag to subtype: by the mapping, by its own values or by its key."""
    declared = base["discriminator"]
    pairs: list[tuple[Tag, Type]] = []
    variants: list[Variant] = []
    for key, node in below:
        variant = Ref(converter.add_named(node))
        keys = explicit.get(variant, [])
        tags = tags_of(converter, node, wire, keys, key)
        pairs.extend((tag, variant) for tag in tags)
        constants = tuple(constants_of(converter, node, wire))
        variants.append(Variant(node, variant, variant, tuple(keys), constants))
    tell_contradictions(converter, declared, wire, variants)
    inherited = constants_of(converter, base, wire)
    known = (*inherited, *(tag for tag, _ in pairs), *chain(*explicit.values()))
    return [*pairs, *left_out(variants, known)]


def _unique(
    converter: Converter,
    declared: Node,
    pairs: Sequence[tuple[Tag, Type]],
    nodes: Mapping[Type, Node],
) -> dict[Tag, Type]:
    """The one subtype for each tag; of two that share it the first, which is told.

    What lies between may list the tags of all that is built on it: they are not its own.
    """
    counts = Counter(variant for _, variant in pairs)
    found: dict[Tag, Type] = {}
    for tag, variant in pairs:
        known = found.setdefault(tag, variant)
        if known == variant or variant not in nodes:
            continue
        between = nodes.get(known)
        if between and counts[known] > 1 and is_built_on(nodes[variant], between):
            found[tag] = variant
            continue
        key = converter.context.key_of(nodes[variant])
        converter.context.warn(
            declared,
            f"{tag!r} stands for {key} and for another schema",
            "give each a value of its own; until then what comes with it is the other one",
        )
    return found
