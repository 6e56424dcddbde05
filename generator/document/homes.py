"""Where in a bundle the parts of other files come to stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from ..pointers import join, parent, split
from .component_names import SECTIONS, Key, component_names, short_name
from .grammar import Kind
from .nodes import BrokenReference, Document, Node
from .walk import Met, Visit, is_mapped_reference, shape_below

Moving = dict[Key, tuple[Node, Kind]]
"""What is referred to in other files and components can hold, by its place there."""


class Homes:
    """A place under components for everything that moves.

    It is that of the component that refers to it; that within another part that moves, where
    it is a part of that; else one of its own.
    """

    def __init__(
        self, document: Document, moving: Moving, visits: Iterable[Visit]
    ) -> None:
        self._moving = moving
        self._within = _within(moving)
        free = {key: each for key, each in moving.items() if key not in self._within}
        known = _known(document, free, _told_by_name(visits))
        new = {key: each for key, each in free.items() if key not in known}
        self._names = component_names(document, new) | known
        self._new = sorted(new, key=lambda key: self._names[key])

    @property
    def new(self) -> Iterator[tuple[str, str, Node, Kind]]:
        """The components that there have to be: section and name, and what each holds."""
        for key in self._new:
            node, kind = self._moving[key]
            yield SECTIONS[kind], self._names[key], node, kind

    def pointer(self, key: Key) -> str | None:
        """The place of what moves; `None` for anything else."""
        if key not in self._moving:
            return None
        if key in self._within:
            around, rest = self._within[key]
            return f"{self.pointer(around)}{rest}"
        section = SECTIONS[self._moving[key][1]]
        return join(join("/components", section), self._names[key])


def _within(moving: Moving) -> dict[Key, tuple[Key, str]]:
    """What is part of something else that moves: of what, and where in that."""
    found: dict[Key, tuple[Key, str]] = {}
    for (file, pointer), (_, kind) in moving.items():
        around = pointer
        while around:
            around = parent(around)
            rest = pointer[len(around) :]
            whole = moving.get((file, around))
            if whole is not None and shape_below(whole[1], split(rest)) is kind:
                found[file, pointer] = (file, around), rest
                break
    return found


def _known(
    document: Document, moving: Moving, told_by_name: set[Key]
) -> dict[Key, str]:
    """What a component stands for already, by the component's name: it will hold that itself.

    What a union tells by its name keeps that.
    """
    names: dict[Key, str] = {}
    for kind, section in SECTIONS.items():
        for name, node in document.components(section).items():
            for passed in _passed(node):
                moved = moving.get(passed.key)
                is_other = passed.key in told_by_name and name != short_name(passed)
                if moved is not None and moved[1] is kind and not is_other:
                    names.setdefault(passed.key, name)
    return names


def _passed(component: Node) -> Iterator[Node]:
    """The component, and what stands in other files that it is nothing but a reference to."""
    root = component.document.root.file
    node, seen = component, {component.key}
    yield node
    while is_only_reference(node):
        try:
            node = node.target()
        except BrokenReference:
            return
        if node.file is root or node.key in seen:
            return
        seen.add(node.key)
        yield node


def _told_by_name(visits: Iterable[Visit]) -> set[Key]:
    """The schemas that a union tells from its others by their names, as no mapping does."""
    found: set[Key] = set()
    for visit in visits:
        if not isinstance(visit, Met) or visit.kind is not Kind.SCHEMA:
            continue
        declared = visit.node.get("discriminator")
        if declared is not None:
            branches = [
                *visit.node.elements("oneOf"),
                *visit.node.elements("anyOf"),
            ]
            mapped = set(_mapped(declared))
            found |= {key for branch in branches for key in _target(branch)} - mapped
    return found


def _mapped(declared: Node) -> Iterator[Key]:
    for _, entry in declared.items("mapping"):
        if isinstance(entry.value, str) and is_mapped_reference(entry.value):
            with suppress(BrokenReference):
                yield entry.follow(entry.value).key


def _target(branch: Node) -> Iterator[Key]:
    with suppress(BrokenReference):
        if branch.ref is not None:
            yield branch.target().key


def is_only_reference(node: Node) -> bool:
    """Whether nothing stands beside a `$ref`."""
    return (
        node.ref is not None and isinstance(node.value, dict) and len(node.value) == 1
    )
