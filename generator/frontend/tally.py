"""What is not acted on: told once a kind, with a count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..document import Node
from ..errors import Problem, Severity

HARMLESS = "nothing needs to be done"
"""The remedy of what is right as it is."""


@dataclass
class _Kind:
    """One kind of thing: where it first stands, how often, and what becomes of it."""

    first: Node
    count: int
    remedy: str


class Tally:
    """Counts what has no effect, so that the same is never said twice."""

    def __init__(self) -> None:
        self._kinds: dict[tuple[str, str], _Kind] = {}

    def note(
        self, what: str, node: Node, fact: str, remedy: str = HARMLESS, count: int = 1
    ) -> None:
        """Counts a thing; `fact` and `remedy` are the same for all of its kind."""
        known = self._kinds.get((what, fact))
        if known is None:
            self._kinds[what, fact] = _Kind(node, count, remedy)
        else:
            known.count += count

    def problems(self) -> Iterator[Problem]:
        """One warning for each kind."""
        for (what, fact), kind in sorted(self._kinds.items()):
            times = "once" if kind.count == 1 else f"{kind.count} times"
            yield kind.first.problem(
                f"{what} stands in the description {times}; {fact}",
                kind.remedy,
                Severity.WARNING,
            )
