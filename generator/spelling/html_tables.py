"""A table of HTML as a table of Markdown's."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_PIPE = re.compile(r"(?<!\\)\|")


@dataclass
class Table:
    """Rows of cells, each in its parts.

    `outside` is what was written before the table, `caption` what stands in it and in no
    cell. `depth` tells how many tables are open: one within another is only text.
    """

    outside: list[str]
    caption: list[str] = field(default_factory=list)
    rows: list[list[list[str]]] = field(default_factory=list)
    has_header: bool = False
    depth: int = 1

    def new_cell(self, *, is_header: bool) -> list[str]:
        if not self.rows:
            self.rows.append([])
        if is_header and len(self.rows) == 1:
            self.has_header = True
        cell: list[str] = []
        self.rows[-1].append(cell)
        return cell

    def written(self) -> str:
        """The table, its caption in a paragraph before it."""
        rows = [[_shown(cell) for cell in row] for row in self.rows if row]
        caption = " ".join("".join(self.caption).split())
        if not rows:
            return caption
        width = max(len(row) for row in rows)
        header = rows.pop(0) if self.has_header else []
        header += [""] * (width - len(header))
        lines = [header, ["---"] * width, *(row for row in rows if any(row))]
        table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
        return f"{caption}\n\n{table}" if caption else table


def _shown(cell: list[str]) -> str:
    return _PIPE.sub(r"\\|", " ".join("".join(cell).split()))
