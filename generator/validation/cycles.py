"""Objects that stand for each other, or schemas that contain themselves, without end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..document import Node
from ..document.grammar import Kind
from ..document.walk import Met, Reference, Visit
from ..errors import Problem, Severity

Key = tuple[str, str]


@dataclass(slots=True)
class _Graph:
    """What has to be known before a place is known."""

    nodes: dict[Key, Node] = field(default_factory=dict[Key, Node])
    edges: dict[Key, list[Key]] = field(default_factory=dict[Key, list[Key]])
    references: set[Key] = field(default_factory=set[Key])

    def add(self, node: Node, needs: Node) -> None:
        self.nodes.setdefault(node.key, node)
        self.edges.setdefault(node.key, []).append(needs.key)


def faults(visits: Iterable[Visit]) -> Iterator[Problem]:
    """One problem a circle, at the place in it that comes first."""
    graph = _Graph()
    for visit in visits:
        match visit:
            case Reference(node, _, Node() as target):
                # A discriminator's mapping names a schema without standing for it.
                if node.ref is not None:
                    graph.add(node, target)
                    graph.references.add(node.key)
            case Met(node, Kind.SCHEMA):
                for branch in node.elements("allOf"):
                    graph.add(node, branch)
            case _:
                pass
    for circle in _circles(graph.edges):
        start = circle.index(min(circle))
        ordered = circle[start:] + circle[:start]
        yield _problem(graph, ordered)


def _problem(graph: _Graph, circle: list[Key]) -> Problem:
    node = graph.nodes[circle[0]]
    shown = " -> ".join(f"#{pointer}" for _, pointer in [*circle[:6], circle[0]])
    if all(key in graph.references for key in circle):
        return node.problem(
            f"the reference leads in a circle: {shown}",
            "let one of them stand for a value of its own",
        )
    return node.problem(
        f"allOf leads back to the schema itself: {shown}",
        "take one reference out of the circle; until then the last one is ignored",
        Severity.WARNING,
    )


def _circles(edges: dict[Key, list[Key]]) -> Iterator[list[Key]]:
    """A circle for every edge that leads back to where a search came from."""
    done: set[Key] = set()
    for origin, needs in edges.items():
        if origin in done:
            continue
        path: list[Key] = [origin]
        on_path: dict[Key, int] = {origin: 0}
        pending = [iter(needs)]
        while pending:
            needed = next(pending[-1], None)
            if needed is None:
                pending.pop()
                last = path.pop()
                del on_path[last]
                done.add(last)
            elif needed in on_path:
                yield path[on_path[needed] :]
            elif needed not in done and needed in edges:
                on_path[needed] = len(path)
                path.append(needed)
                pending.append(iter(edges[needed]))
