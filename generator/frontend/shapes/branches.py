"""What a union lists: the branches of `oneOf` and `anyOf`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...document import BrokenReference, Node
from .siblings import STRUCTURAL, constrains_only


@dataclass(frozen=True, slots=True)
class Alternatives:
    """One `oneOf` or `anyOf`: where it stands, its branches, and the places they refer to."""

    place: str
    branches: tuple[Node, ...]
    targets: frozenset[tuple[str, str]]


def alternatives_of(node: Node) -> Iterator[Alternatives]:
    """The unions of a schema, without those that say nothing of what fits."""
    for keyword in ("oneOf", "anyOf"):
        every = [(branch, _target(branch)) for branch in _branches(node, keyword)]
        branches = tuple(branch for branch, _ in every)
        if branches and not all(constrains_only(branch) for branch in branches):
            place = f"{node.file.name}#{node.pointer}/{keyword}"
            targets = frozenset(target for _, target in every if target is not None)
            yield Alternatives(place, branches, targets)


def _branches(node: Node, keyword: str) -> Iterator[Node]:
    """A union's branches; for a union that lists this one in turn, what else it lists.

    The union itself adds nothing to what it lets pass.
    """
    left = list(node.elements(keyword))
    seen = {node.key}
    while left:
        branch = left.pop(0)
        target = _target(branch)
        if target is None:
            yield branch
        elif target not in seen:
            listed = _listed(branch.target())
            if listed and _leads_to(node, listed):
                seen.add(target)
                left[:0] = listed
            else:
                yield branch


def _leads_to(node: Node, branches: Iterable[Node]) -> bool:
    """Whether unions in these branches come to list a schema."""
    left, seen = list(branches), set[tuple[str, str]]()
    while left:
        branch = left.pop()
        target = _target(branch)
        if target == node.key:
            return True
        if target is not None and target not in seen:
            seen.add(target)
            left += _listed(branch.target())
    return False


def _listed(node: Node) -> list[Node]:
    """The branches of what is a union and nothing else."""
    if not isinstance(node.value, dict):
        return []
    keywords = sorted(STRUCTURAL & node.value.keys() - {"discriminator"})
    if keywords not in (["anyOf"], ["oneOf"]):
        return []
    return list(node.elements(keywords[0]))


def _target(branch: Node) -> tuple[str, str] | None:
    try:
        return branch.target().key if branch.ref is not None else None
    except BrokenReference:
        return None
