"""Tables, without the columns that would be empty."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A table's lines, to be put between bars; cells are Markdown that is safe there."""

    header: str
    rule: str
    rows: tuple[str, ...]


def table(
    columns: Sequence[str], rows: Iterable[Sequence[str]], *, always: int = 0
) -> Table | None:
    """A table of these rows; `None` where there is no row.

    The first `always` columns stay even where all of their cells are empty.
    """
    given = [tuple(row) for row in rows]
    if not given:
        return None
    kept = [
        index
        for index in range(len(columns))
        if index < always or any(row[index] for row in given)
    ]
    return Table(
        _row([columns[index] for index in kept]),
        _row(["---"] * len(kept)),
        tuple(_row([row[index] for index in kept]) for row in given),
    )


def _row(cells: Sequence[str]) -> str:
    return " | ".join(cells)
