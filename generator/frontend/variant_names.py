"""What a variant of a union is called that stands in the union itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..document import Node
from ..ir import Tag
from ..names import pascal
from .constants import constants_in, tag_text
from .converter import Converter
from .siblings import definition
from .tags import HABITUAL


def variant_name(
    converter: Converter, branch: Node, index: int, branches: Sequence[Node]
) -> str:
    """What tells a variant from the others: its key, a tag, a title, a property, its form."""
    target = definition(branch)
    if target.key != branch.key and converter.context.has_key(target):
        return pascal(converter.context.key_of(branch))
    value = branch.value
    if isinstance(value, dict):
        constants = dict(_constants(branch))
        for key in HABITUAL:
            if key in constants:
                return pascal(str(constants[key]))
        title = value.get("title")
        if isinstance(title, str) and title.strip() and len(title) <= 40:
            return pascal(title)
        if value.get("type") == "array":
            return "List"
        own = _own_property(branch, branches) if value.get("properties") else None
        if own is not None:
            return pascal(own)
        tag = _own_constant(branch, branches)
        if tag is not None:
            return tag
    return f"Variant{index}"


def _constants(branch: Node) -> Iterator[tuple[str, Tag]]:
    """The properties with one value only, of a variant and of the parts that stand in it."""
    parts = (part for part in branch.elements("allOf") if part.ref is None)
    for part in (branch, *parts):
        for name, property_ in part.items("properties"):
            tags = constants_in(property_.value)
            if len(tags) == 1:
                yield name, tags[0]


def _own_constant(branch: Node, branches: Sequence[Node]) -> str | None:
    """A value that no other variant has; a number or a flag with its property's name."""
    others = [dict(_constants(other)) for other in branches if other.key != branch.key]
    for name, tag in _constants(branch):
        text = tag_text(tag)
        if not any(name in each and tag_text(each[name]) == text for each in others):
            says = isinstance(tag, str) and text[:1].isalpha()
            return pascal(text if says else f"{name} {text}")
    return None


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
