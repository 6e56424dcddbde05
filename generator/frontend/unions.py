"""Which variant a value is: discriminators, declared or found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..document import BrokenReference, Node
from ..errors import Severity
from ..ir import (
    Alias,
    Discriminator,
    Literal,
    Map,
    Nullable,
    Ref,
    Tag,
    Type,
    Union,
)
from ..names import pascal
from .shapes import Alternatives, Shape, definition

if TYPE_CHECKING:
    from .types import Converter

# Properties that tell variants apart by habit, the most telling first.
_HABITUAL = ("type", "object", "event", "kind", "@type", "_type", "role", "status")


def literal_of_constants(branches: Sequence[Node]) -> Literal | None:
    """One literal for a union whose every branch is an inline constant or null."""
    values: list[Tag | None] = []
    for branch in branches:
        value = branch.value
        if not isinstance(value, dict) or "const" not in value:
            return None
        constant = value["const"]
        if isinstance(constant, dict | list) or constant is None:
            return None
        if constant not in values:
            values.append(constant)
    return Literal(tuple(values))


def union_of(
    converter: Converter,
    shape: Shape,
    union: Alternatives,
    nodes: Sequence[Node],
    hint: str,
    owner: str | None,
    without: frozenset[str],
) -> Type:
    """The union of the branches, each merged with what stands beside the union."""
    from .types import merge_union

    shared = _shared(shape, nodes)
    members: list[tuple[Node, Type]] = []
    for index, branch in enumerate(union.branches, 1):
        name = f"{hint}{_variant_name(branch, index, union.branches)}"
        if shared:
            type_ = converter.type_of_all((*nodes, branch), name, owner, without)
        else:
            type_ = converter.type_of(branch, name, owner)
        members.append((branch, type_))
    objects = [
        (node, type_) for node, type_ in members if _refers_to_object(converter, type_)
    ]
    tagged = _tagged(converter, shape, objects, nodes[0]) if len(objects) > 1 else None
    if tagged is None:
        return merge_union([type_ for _, type_ in members])
    rest = [type_ for _, type_ in members if type_ not in [t for _, t in objects]]
    null = any(isinstance(type_, Nullable) for _, type_ in objects)
    return merge_union([tagged, *rest, *([Literal((None,))] if null else [])])


def _shared(shape: Shape, nodes: Sequence[Node]) -> bool:
    """Whether fields beside the union belong to every variant."""
    return bool(shape.properties) or len(shape.unions) > 1 or len(nodes) > 1


def _variant_name(branch: Node, index: int, branches: Sequence[Node]) -> str:
    """What tells an inline variant from the others: a tag, a title, a property, its form."""
    value = branch.value
    if isinstance(value, dict):
        properties = value.get("properties")
        if isinstance(properties, dict):
            for key in _HABITUAL:
                tags = _constants(properties.get(key))
                if len(tags) == 1:
                    return pascal(str(tags[0]))
        title = value.get("title")
        if isinstance(title, str) and title.strip() and len(title) <= 40:
            return pascal(title)
        if value.get("type") == "array":
            return "List"
        own = _own_property(branch, branches)
        if own is not None:
            return pascal(own)
    return f"Variant{index}"


def _own_property(branch: Node, branches: Sequence[Node]) -> str | None:
    """A property that no other variant has, at best one that is always there."""
    others = {
        name
        for other in branches
        if other.key != branch.key
        for name, _ in definition(other).items("properties")
    }
    own = [name for name, _ in branch.items("properties") if name not in others]
    required = branch.value.get("required") if isinstance(branch.value, dict) else None
    always = required if isinstance(required, list) else []
    return next((name for name in own if name in always), own[0] if own else None)


def _refers_to_object(converter: Converter, type_: Type) -> bool:
    return isinstance(
        type_.type if isinstance(type_, Nullable) else type_, Ref
    ) and not isinstance(type_, Map)


def _tagged(
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
    candidates = [wire] if wire else _candidates(converter, members)
    for candidate in candidates:
        explicit = _mapping(converter, declared) if wire else {}
        mapping = _tags(converter, members, candidate, explicit, bool(wire))
        if mapping is not None:
            variants = tuple(dict.fromkeys(type_ for _, type_ in mapping))
            if len(variants) < 2:
                continue
            default = _default(converter, declared)
            return Union(variants, Discriminator(candidate, tuple(mapping), default))
    if wire:
        converter.context.problems.add(
            holder.problem(
                f"the discriminator {wire!r} does not tell every variant apart",
                "give each variant a value of its own in that property; the variants are"
                " tried in turn instead",
                Severity.WARNING,
            )
        )
    return None


def _tags(
    converter: Converter,
    members: Sequence[tuple[Node, Type]],
    wire: str,
    explicit: dict[Type, list[Tag]],
    declared: bool,
) -> list[tuple[Tag, Type]] | None:
    """Tag to variant; `None` when a member has no tag or two share one."""
    pairs: list[tuple[Tag, Type]] = []
    seen: dict[str, Type] = {}
    for node, type_ in members:
        bare = type_.type if isinstance(type_, Nullable) else type_
        nested = _nested(converter, node, wire)
        tags: list[tuple[Tag, Type]]
        if nested is not None:
            tags = list(nested)
        else:
            values = _named(converter, node, wire, explicit.get(bare, []))
            if not values and declared and isinstance(bare, Ref):
                # Without a mapping, the tag is the schema's key.
                values = [converter.context.key_of(node)]
            tags = [(value, bare) for value in values]
        if not tags:
            return None
        for tag, variant in tags:
            text = _text(tag)
            if seen.setdefault(text, variant) != variant:
                if not declared:
                    return None
                continue
            if (tag, variant) not in pairs:
                pairs.append((tag, variant))
    return pairs


def _named(
    converter: Converter, node: Node, wire: str, keys: Sequence[Tag]
) -> list[Tag]:
    """The tags of a variant: what the mapping calls it, as its property is sent."""
    constants = _constants_of(converter, node, wire)
    if not keys:
        return constants
    sent = {_text(constant): constant for constant in constants}
    properties = converter.context.flattener.flatten((node,)).properties.get(wire)
    if properties and not sent:
        shape = converter.context.flattener.flatten(properties[::-1])
        if shape.types == ("integer",):
            sent = {str(key): int(key) for key in keys if _is_integer(str(key))}
    return [sent.get(_text(key), key) for key in keys]


def _is_integer(text: str) -> bool:
    return text.removeprefix("-").isdecimal() and str(int(text)) == text


def _text(tag: Tag) -> str:
    """A tag as mappings spell it: their keys are texts, whatever is sent."""
    return str(tag).lower() if isinstance(tag, bool) else str(tag)


def _nested(
    converter: Converter, node: Node, wire: str
) -> tuple[tuple[Tag, Type], ...] | None:
    """The tags of a member that is itself a union told apart by the same property."""
    try:
        target = node.deref() if node.ref is not None else node
    except BrokenReference:
        return None
    if not isinstance(target.value, dict) or not (
        {"oneOf", "anyOf"} & target.value.keys()
    ):
        return None
    name = converter.context.named(target)
    schema = converter.schemas.get(name) if name else None
    if schema is None and name is not None:
        return _nested_raw(converter, target, wire)
    if isinstance(schema, Alias) and isinstance(schema.type, Union):
        found = schema.type.discriminator
        if found is not None and found.wire_name == wire:
            return found.mapping
    return None


def _nested_raw(
    converter: Converter, target: Node, wire: str
) -> tuple[tuple[Tag, Type], ...] | None:
    """The same for a union that is still in the queue: read off its branches."""
    name = converter.context.named(target) or ""
    type_ = converter._structure(
        converter.context.flattener.flatten((target,)), (target,), name, frozenset()
    )
    if isinstance(type_, Union) and type_.discriminator is not None:
        if type_.discriminator.wire_name == wire:
            return type_.discriminator.mapping
    return None


def _mapping(converter: Converter, declared: Node | None) -> dict[Type, list[Tag]]:
    tags: dict[Type, list[Tag]] = {}
    if declared is None:
        return tags
    for tag, target in declared.items("mapping"):
        if isinstance(target.value, str):
            try:
                found = converter.context.mapping_target(declared, target.value)
            except BrokenReference as error:
                converter.context.problems.add(error.problem)
                continue
            tags.setdefault(Ref(converter.add_named(found)), []).append(tag)
    return tags


def _default(converter: Converter, declared: Node | None) -> Type | None:
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
        converter.context.problems.add(error.problem)
        return None


def _candidates(
    converter: Converter, members: Sequence[tuple[Node, Type]]
) -> list[str]:
    """Properties that every member has with constant values, the habitual ones first."""
    common: list[str] | None = None
    for node, _ in members:
        shape = converter.context.flattener.flatten((node,))
        if shape.unions:
            found = _nested_property(converter, node)
            names = [found] if found else []
        else:
            names = [
                wire
                for wire, property_ in shape.properties.items()
                if wire in shape.required
                and _constants_of(converter, node, wire)
                and property_
            ]
        common = names if common is None else [name for name in common if name in names]
        if not common:
            return []
    names = common or []
    return sorted(names, key=lambda name: (_rank(name), names.index(name)))


def _nested_property(converter: Converter, node: Node) -> str | None:
    for wire in _HABITUAL:
        if _nested(converter, node, wire):
            return wire
    return None


def _rank(name: str) -> int:
    return _HABITUAL.index(name) if name in _HABITUAL else len(_HABITUAL)


def _constants_of(converter: Converter, node: Node, wire: str) -> list[Tag]:
    """The values that a variant's property can have; empty where it is not constant."""
    shape = converter.context.flattener.flatten((node,))
    properties = shape.properties.get(wire)
    if not properties:
        return []
    values = converter.context.flattener.flatten(properties[::-1]).enum or []
    return [value for value in values if isinstance(value, str | int | float | bool)]


def _constants(schema: object) -> list[Tag]:
    if not isinstance(schema, dict):
        return []
    values = [schema["const"]] if "const" in schema else schema.get("enum")
    if not isinstance(values, list):
        return []
    return [value for value in values if isinstance(value, str | int | float | bool)]


class Subtypes:
    """Inheritance by discriminator: the schemas whose `allOf` leads to a base that has one."""

    def __init__(self, named: Sequence[tuple[str, Node]]) -> None:
        self._children: dict[tuple[str, str], list[tuple[str, Node]]] = {}
        for key, node in named:
            for branch in definition(node).elements("allOf"):
                if branch.ref is not None:
                    place = definition(branch).key
                    self._children.setdefault(place, []).append((key, node))

    def has_subtypes(self, node: Node) -> bool:
        """Whether a schema is a polymorphic base."""
        base = definition(node)
        return base.get("discriminator") is not None and base.key in self._children

    def union(self, base: Node, converter: Converter) -> Union | None:
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
        explicit = _mapping(converter, declared)
        pairs: list[tuple[Tag, Type]] = []
        for key, node in self._below(base):
            variant = Ref(converter.add_named(node))
            tags = _named(converter, node, wire, explicit.get(variant, [])) or [key]
            pairs.extend((tag, variant) for tag in tags)
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
        unique = {tag: variant for tag, variant in reversed(pairs)}
        ordered = tuple(
            (tag, unique[tag]) for tag in dict.fromkeys(tag for tag, _ in pairs)
        )
        variants = tuple(
            dict.fromkeys((*(variant for _, variant in ordered), fallback))
        )
        return Union(variants, Discriminator(wire, ordered, fallback))

    def _below(self, base: Node) -> list[tuple[str, Node]]:
        found: dict[tuple[str, str], tuple[str, Node]] = {}
        queue = [base.key]
        while queue:
            for key, node in self._children.get(queue.pop(0), ()):
                place = definition(node).key
                if place not in found and place != base.key:
                    found[place] = (key, node)
                    queue.append(place)
        return list(found.values())
