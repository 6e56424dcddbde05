"""The figures of contestants as one table of text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median


@dataclass(frozen=True)
class Row:
    """One thing that was measured.

    Args:
        what: Its name.
        unit: What figures are shown in.
        scale: How much one unit is.
        figures: By contestant, a figure of each round.
        asked: By peer, what the ratio to it must be.
        most: What our figure must not be above.
        is_share: Whether ratios are our part of theirs, rather than how many times as
            much they need.
        is_rate: Whether more is better.
    """

    what: str
    unit: str
    scale: float
    figures: Mapping[str, Sequence[float]]
    asked: Mapping[str, float] = field(default_factory=dict)
    most: float | None = None
    is_share: bool = False
    is_rate: bool = False

    def cells(self, ours: str, peers: Sequence[str]) -> list[str]:
        """Our figure, theirs with ratios, and what is asked for."""
        mine = self._figure(ours)
        own = self._text(mine)
        if self.most is not None and mine > self.most:
            own += " !"
        return [self.what, own, *(self._peer(ours, p) for p in peers), self._wanted()]

    def _peer(self, ours: str, peer: str) -> str:
        if peer not in self.figures:
            return ""
        text = self._text(self._figure(peer))
        if self.most is not None:
            return text
        pairs = zip(self.figures[ours], self.figures[peer], strict=True)
        flip = self.is_share or self.is_rate
        ratio = median(a / b if flip else b / a for a, b in pairs)
        asked = self.asked.get(peer)
        missed = asked is not None and (
            ratio > asked if self.is_share else ratio < asked
        )
        shown = f"{ratio:.2f}" if self.is_share else f"{ratio:.1f}x"
        return f"{text}, {shown}{' !' if missed else ''}"

    def _wanted(self) -> str:
        if self.most is not None:
            return f"<= {self.most:g} {self.unit}".rstrip()
        sign = "<=" if self.is_share else ">="
        ratios = " / ".join(f"{ratio:g}" for ratio in self.asked.values())
        return f"{sign} {ratios}" if ratios else ""

    def _figure(self, contestant: str) -> float:
        return median(self.figures[contestant]) / self.scale

    def _text(self, figure: float) -> str:
        digits = 0 if figure >= 100 else 1 if figure >= 10 else 2
        return f"{figure:,.{digits}f} {self.unit}".rstrip()


def table(rows: Sequence[Row], ours: str, peers: Sequence[str]) -> str:
    """Rows of cells, as wide as they have to be."""
    head = ["", ours, *peers, "asked for"]
    lines = [head, *(row.cells(ours, peers) for row in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(head))]
    lines.insert(1, ["-" * width for width in widths])
    return "\n".join(
        "| "
        + " | ".join(cell.ljust(w) for cell, w in zip(line, widths, strict=True))
        + " |"
        for line in lines
    )
