"""The property that tells the variants of a union apart, declared or found."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from ...document import Node
from ...ir import Discriminator, Ref, Tag, Type, Union, but_null
from ..shapes.flattening import Shape
from ..shapes.siblings import definition
from .constants import as_sent, constants_of, tag_text
from .converter import Converter
from .mappings import (
    Variant,
    default_of,
    left_out,
    mapping_of,
    tell_contradictions,
    tell_strangers,
)

# Properties that tell variants apart by habit, the most telling first.
HABITUAL = ("type", "object", "event", "kind", "@type", "_type", "role", "status")


def tagged(
    converter: Converter,
    shape: Shape,
    members: Sequence[tuple[Node, Type]],
    holder: Node,
) -> Union | None:
    """The union with its discriminator, when every member can be told by one property."""
    declared = shape.discriminator
    wire = None
    if declared is not None and isinstance(declared.value, dict):
        name = declared.value.get("propertyName")
        wire = name if isinstance(name, str) else None
    if declared is not None and wire and wire not in shape.properties:
        tell_absent(converter, declared, wire, [node for node, _ in members])
    candidates = [wire] if wire else _candidates(converter, members)
    for candidate in candidates:
        explicit = mapping_of(converter, declared) if wire else {}
        mapping = _tags(
            converter, members, candidate, explicit, declared if wire else None
        )
        if mapping is not None:
            variants = tuple(dict.fromkeys(type_ for _, type_ in mapping))
            if len(variants) < 2:
                continue
            default = default_of(converter, declared)
            return Union(variants, Discriminator(candidate, tuple(mapping), default))
    if wire:
        converter.context.warn(
            holder,
            f"the discriminator {wire!r} does not tell every variant apart",
            "give each variant a value of its own in that property; the variants are"
            " tried in turn instead",
        )
    return None


def tell_absent(
    converter: Converter, declared: Node, wire: str, variants: Sequence[Node]
) -> None:
    """Warns of a property that is to tell variants apart, and that none of them has."""
    shapes = [converter.context.flattener.flatten((node,)) for node in variants]
    if not any(wire in shape.properties or shape.unions for shape in shapes):
        converter.context.warn(
            declared,
            f"no variant has the property {wire!r}, which is to tell them apart",
            "correct propertyName, or add the property to each variant",
        )


def _tags(
    converter: Converter,
    members: Sequence[tuple[Node, Type]],
    wire: str,
    explicit: dict[Type, list[Tag]],
    declared: Node | None,
) -> list[tuple[Tag, Type]] | None:
    """Tag to variant; `None` when a member has no tag or two share one."""
    pairs: list[tuple[Tag, Type]] = []
    variants: list[Variant] = []
    for node, type_ in members:
        variant, found = _variant(converter, node, type_, wire, explicit, declared)
        if not found:
            return None
        pairs.extend(pair for pair in found if pair not in pairs)
        variants.append(variant)
    if declared is not None:
        known = {variant for _, variant in pairs} | {each.plain for each in variants}
        tell_contradictions(converter, declared, wire, variants)
        tell_strangers(converter, declared, explicit, known)
    taken = [*(tag for tag, _ in pairs), *chain(*explicit.values())]
    pairs += left_out(variants, taken)
    seen: dict[Tag, Type] = {}
    # To keep the first of two alone would read what is another as that one. Mappings do
    # not tell 1 from "1", and Python does not tell it from true.
    keys = ((key, type_) for tag, type_ in pairs for key in (tag, tag_text(tag)))
    same = all(seen.setdefault(key, type_) == type_ for key, type_ in keys)
    return pairs if same else None


def _variant(
    converter: Converter,
    node: Node,
    type_: Type,
    wire: str,
    explicit: dict[Type, list[Tag]],
    declared: Node | None,
) -> tuple[Variant, list[tuple[Tag, Type]]]:
    """A member, and the tags that tell it or, where it is a union, what is in it."""
    bare = but_null(type_)
    plain = _in_mapping(converter, node, bare, explicit)
    keys = explicit.get(plain, [])
    constants = tuple(constants_of(converter, node, wire))
    nested = _nested(converter, bare, wire)
    if nested is not None:
        return Variant(node, bare, plain, (), constants), list(nested)
    # Without a mapping, the tag is the schema's key.
    is_named = declared is not None and node.ref is not None
    key = converter.context.key_of(node) if is_named else None
    tags = tags_of(converter, node, wire, keys, key)
    found: list[tuple[Tag, Type]] = [(tag, bare) for tag in tags]
    return Variant(node, bare, plain, tuple(keys), constants), found


def _in_mapping(
    converter: Converter, node: Node, type_: Type, explicit: dict[Type, list[Tag]]
) -> Type:
    """The type by which a mapping knows a variant, whatever this is merged with."""
    if type_ in explicit:
        return type_
    name = converter.context.named(converter.context.keyed(definition(node)))
    return type_ if name is None else Ref(name)


def tags_of(
    converter: Converter, node: Node, wire: str, keys: Sequence[Tag], key: str | None
) -> list[Tag]:
    """The tags of a variant: what the mapping calls it, as its property is sent.

    Without a mapping they are its own; `key` is its name, if it may be told by that.
    """
    if not keys and key is not None:
        return _own_tags(converter, node, wire, key)
    constants = constants_of(converter, node, wire)
    if not keys:
        return constants
    sent = {tag_text(constant): constant for constant in constants}
    properties = converter.context.flattener.flatten((node,)).properties.get(wire)
    if properties and not sent:
        shape = converter.context.flattener.flatten(properties[::-1])
        if shape.types is not None and len(shape.types) == 1:
            sent = {
                tag_text(key): as_sent(tag_text(key), shape.types[0]) for key in keys
            }
    return [sent.get(tag_text(key), key) for key in keys]


def _own_tags(converter: Converter, node: Node, wire: str, key: str) -> list[Tag]:
    """The tags of a variant that no mapping names: its property's values, else its key.

    Values that it only shares with the schema it is built on tell it from none of the
    others. AutoRest's `x-ms-discriminator-value` says what OpenAPI has no word for.
    """
    schema = definition(node)
    constants = constants_of(converter, node, wire)
    shared = any(
        constants_of(converter, branch, wire) == constants
        and (len(constants) > 1 or _is_polymorphic(converter, branch))
        for branch in schema.elements("allOf")
        if branch.ref is not None
    )
    if constants and not shared:
        return constants
    told = schema.get("x-ms-discriminator-value")
    if told is not None and isinstance(told.value, str):
        return [told.value]
    spelled = [
        value for value in constants if _letters(tag_text(value)) == _letters(key)
    ]
    if key not in constants and len(spelled) == 1:
        return spelled
    is_base = converter.context.subtypes.has_derived(schema)
    if constants and key not in constants and not is_base:
        converter.context.warn(
            schema,
            f"nothing says which {wire!r} {key} has; {key!r}, its name, is not allowed",
            f"give {wire!r} one value in {key}, or name it in the discriminator's mapping;"
            " until then what comes is read as what it is built on",
        )
    return [key]


def _is_polymorphic(converter: Converter, node: Node) -> bool:
    """Whether a schema, or one that it is built on, stands for its subtypes."""
    return converter.context.flattener.flatten((node,)).discriminator is not None


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _nested(
    converter: Converter, type_: Type, wire: str
) -> tuple[tuple[Tag, Type], ...] | None:
    """The tags of a member that is itself a union told apart by the same property."""
    found = converter.discriminator_of(type_)
    return found.mapping if found is not None and found.wire_name == wire else None


def _candidates(
    converter: Converter, members: Sequence[tuple[Node, Type]]
) -> list[str]:
    """Properties that every member has with constant values, the most telling first.

    One that may be left out has to have one value only: what is sent without it is told
    by its other properties.
    """
    common: list[str] | None = None
    optional: set[str] = set()
    for node, type_ in members:
        shape = converter.context.flattener.flatten((node,))
        if shape.unions:
            nested = converter.discriminator_of(type_)
            names = [nested.wire_name] if nested is not None else []
        else:
            names = [
                wire
                for wire, property_ in shape.properties.items()
                if property_
                and (values := constants_of(converter, node, wire))
                and (wire in shape.required or len(values) == 1)
            ]
            optional.update(name for name in names if name not in shape.required)
        common = names if common is None else [name for name in common if name in names]
        if not common:
            return []
    names = common or []
    return sorted(
        names, key=lambda name: (name in optional, _rank(name), names.index(name))
    )


def _rank(name: str) -> int:
    return HABITUAL.index(name) if name in HABITUAL else len(HABITUAL)
