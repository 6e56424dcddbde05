"""Components that nothing refers to, and that so are nowhere in what is emitted."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from ...document import Node
from ...errors import Problem, Severity
from ...pointers import references_in, split

# The others are emitted whether something refers to them or not.
_SECTIONS = (
    "callbacks",
    "examples",
    "headers",
    "links",
    "mediaTypes",
    "parameters",
    "pathItems",
    "requestBodies",
    "responses",
)

Component = tuple[str, str]
"""Section and name."""


class Unreferenced:
    """Gathers who refers to which component."""

    def __init__(self) -> None:
        self._targets: dict[Component | None, set[Component]] = {}

    def note(self, node: Node) -> None:
        """Takes the reference at a place, and those below it that have no place of their own."""
        refs = [node.ref] if node.ref is not None else []
        value = node.value
        if isinstance(value, dict) and "callbacks" in value:
            refs.extend(references_in(value["callbacks"]))
        found = {target for ref in refs if (target := _component(_fragment(ref)))}
        if found:
            self._targets.setdefault(_owner(node), set()).update(found)

    def problems(self, root: Node) -> Iterator[Problem]:
        """One warning for each section with such components."""
        reached: set[Component] = set()
        pending = list(self._targets.get(None, ()))
        while pending:
            component = pending.pop()
            if component not in reached:
                reached.add(component)
                pending.extend(self._targets.get(component, ()))
        for section in _SECTIONS:
            idle = [
                node
                for name, node in root.document.components(section).items()
                if _is_here(node, root) and (section, name) not in reached
            ]
            if idle:
                are = "which is" if len(idle) == 1 else "which are"
                yield idle[0].problem(
                    f"nothing leads to {len(idle)} of `components.{section}`, {are} left out",
                    "refer to them, or remove them",
                    Severity.WARNING,
                )


def _is_here(node: Node, root: Node) -> bool:
    """Whether it stands in the root itself; what is elsewhere may be referred to there."""
    return node.file is root.file and (node.ref is None or node.ref.startswith("#"))


def _owner(node: Node) -> Component | None:
    """The component that a place belongs to; `None` where it is emitted anyway."""
    is_root = node.file is node.document.root.file
    return _component(node.pointer) if is_root else None


def _component(pointer: str) -> Component | None:
    steps = split(pointer)[:3] if pointer.startswith("/components/") else []
    return (steps[1], steps[2]) if len(steps) == 3 and steps[1] in _SECTIONS else None


def _fragment(ref: str) -> str:
    return unquote(ref.partition("#")[2])
