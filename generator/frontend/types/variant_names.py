"""What a variant of a union is called that stands in the union itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from ...document import Node
from ...ir import Tag
from ...names import pascal
from ..shapes.siblings import definition
from .constants import constants_in, tag_text
from .converter import Converter
from .tags import HABITUAL


class VariantNames:
    """What tells a variant from the others: its key, a tag, a title, a property, its form."""

    def __init__(self, converter: Converter, branches: Sequence[Node]) -> None:
        self._converter = converter
        self._branches = branches

    def of(self, branch: Node, index: int) -> str:
        """The name of one of the variants; `index` is its place among them."""
        target = definition(branch)
        if target.key != branch.key and self._converter.context.has_key(target):
            return pascal(self._converter.context.key_of(branch))
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
            own = self._own_property(branch) or self._own_constant(branch)
            if own is not None:
                return own
        return f"Variant{index}"

    def _own_property(self, branch: Node) -> str | None:
        """A property that no other variant has, at best one that is always there."""
        own = [
            name for name, _ in branch.items("properties") if self._properties[name] < 2
        ]
        required = (
            branch.value.get("required") if isinstance(branch.value, dict) else None
        )
        always = required if isinstance(required, list) else []
        found = next((name for name in own if name in always), own[0] if own else None)
        return None if found is None else pascal(found)

    def _own_constant(self, branch: Node) -> str | None:
        """A value that no other variant has; a number or a flag with its property's name."""
        for name, tag in dict(_constants(branch)).items():
            text = tag_text(tag)
            if self._values[name, text] < 2:
                says = isinstance(tag, str) and text[:1].isalpha()
                return pascal(text if says else f"{name} {text}")
        return None

    @cached_property
    def _properties(self) -> Counter[str]:
        """In how many variants each property is."""
        return Counter(
            name
            for branch in self._branches
            for name, _ in definition(branch).items("properties")
        )

    @cached_property
    def _values(self) -> Counter[tuple[str, str]]:
        """In how many variants each property has which constant."""
        return Counter(
            (name, tag_text(tag))
            for branch in self._branches
            for name, tag in dict(_constants(branch)).items()
        )


def _constants(branch: Node) -> Iterator[tuple[str, Tag]]:
    """The properties with one value only, of a variant and of the parts that stand in it."""
    parts = (part for part in branch.elements("allOf") if part.ref is None)
    for part in (branch, *parts):
        for name, property_ in part.items("properties"):
            tags = constants_in(property_.value)
            if len(tags) == 1:
                yield name, tags[0]
