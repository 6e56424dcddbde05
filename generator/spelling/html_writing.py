"""Markdown as it grows from the tags of HTML, one after the other."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from .html_tables import Table

_ITEM = "- "
_HEADING = "# "
_SPACE = " \t\r\n"
_DEEPEST = 5
_LINE_END = re.compile(r"(?<!\n)[ \t]*+\r?\n(?![ \t]*+\r?\n)[ \t]*+")
_BACKTICKS = re.compile(r"`+")


@dataclass
class Writing:
    """A text in its parts.

    `waiting` are the marks that wait for the text that they mark: they stand right before
    it, and where none comes there is nothing to mark. `unwanted` is the white space that
    the next text does not begin with. An item is long that has a paragraph within it.
    `on_one_line` is set within a row of Markdown's.
    """

    parts: list[str] = field(default_factory=list)
    hrefs: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    emphases: Counter[str] = field(default_factory=Counter)
    lists: int = 0
    is_long_item: bool = False
    unwanted: str = ""
    table: Table | None = None
    on_one_line: bool = False

    def say(self, text: str) -> None:
        """Adds what stands between tags; within a list its lines are one."""
        self.add(_LINE_END.sub(" ", text) if self.lists else text)

    def add(self, text: str) -> None:
        """Adds text, behind the marks that wait for it."""
        bare = text.lstrip()
        margin = text[: len(text) - len(bare)].lstrip(self.unwanted)
        # One space is enough, on whatever side of an emphasis' mark it stands.
        if self.waiting and self.parts and self.parts[-1].endswith(" "):
            margin = margin.lstrip(" ")
        if margin and not self._begins_block():
            self.parts.append(margin)
        if bare:
            self.parts.extend(self.waiting)
            self.parts.append(bare)
            self.waiting.clear()
            self.unwanted = ""

    def add_code(self, text: str) -> None:
        """Adds text of which every sign counts, on lines of its own."""
        if not text.strip():
            return
        longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
        if self._is_flat():
            ticks = "`" * (longest + 1)
            pad = " " if longest else ""
            self._break(" ")
            self.add(f"{ticks}{pad}{' '.join(text.split())}{pad}{ticks}")
            return
        ticks = "`" * max(3, longest + 1)
        self._drop_block()
        self._break("\n\n")
        self.parts.append(f"{ticks}\n{text.rstrip().lstrip(chr(10))}\n{ticks}")
        self._break("\n\n")

    def break_line(self) -> None:
        if self._is_flat():
            self._break(" ")
        else:
            self._break("  \n")
            self.unwanted = _SPACE

    def open_block(self, mark: str = "") -> None:
        if self._begins_block():
            return
        self._break("\n\n")
        self.unwanted = _SPACE
        if self._is_flat():
            return
        if mark:
            self.waiting.insert(0, mark)
        else:
            self.parts.append(self._margin(self.lists))
            self.is_long_item = self.lists > 0

    def close_block(self) -> None:
        if self.waiting[:1] == [_HEADING]:
            self._drop_block()
        if not self._begins_block():
            self._break("\n\n")

    def open_list(self) -> None:
        if not self.lists:
            self._break("\n\n")
            self.unwanted = _SPACE
        self.lists += 1

    def close_list(self) -> None:
        self._drop_block()
        self.lists = max(self.lists - 1, 0)
        self._break("\n" if self.lists else "\n\n")

    def open_item(self) -> None:
        self._drop_block()
        if self._is_flat():
            self._break(" ")
            self.waiting.insert(0, _ITEM)
            return
        self._take_space(" \t")
        if not self.parts or not self.parts[-1].endswith("\n"):
            self.parts.append("\n")
        self.waiting.insert(0, self._margin(self.lists - 1) + _ITEM)

    def close_item(self) -> None:
        self._drop_block()
        self._take_space(_SPACE)
        self._break("\n\n" if self.is_long_item else "\n")
        self.is_long_item = False
        self.unwanted = _SPACE

    def open_emphasis(self, mark: str) -> None:
        """Begins an emphasis; within another of its kind it means nothing."""
        self.emphases[mark] += 1
        if self.emphases[mark] == 1:
            self.waiting.append(mark)

    def close_emphasis(self, mark: str) -> None:
        if not self.emphases[mark]:
            return
        self.emphases[mark] -= 1
        if self.emphases[mark]:
            return
        if mark in self.waiting:
            self.waiting.remove(mark)
        else:
            space = self._take_space(_SPACE)
            self.parts.append(f"{mark}{space}")
            self.unwanted = " " if space else ""

    def open_part(self, name: str) -> None:
        """Begins a table, a row or a cell."""
        table = self.table
        if name == "table" and table is None and not self.on_one_line:
            self._break("\n\n")
            self.table = Table(outside=self.parts)
            self._go_on_in(self.table.caption)
        elif table is None or table.depth > 1 or name == "table":
            if table is not None:
                table.depth += name == "table"
            self._break("\n\n" if name == "tr" else " ")
        elif name == "tr":
            table.rows.append([])
            self._go_on_in(table.caption)
        else:
            self._go_on_in(table.new_cell(is_header=name == "th"))

    def close_part(self, name: str) -> None:
        table = self.table
        if table is None or table.depth > 1:
            if table is not None:
                table.depth -= name == "table"
            self._break("\n\n" if name in ("table", "tr") else " ")
        elif name == "table":
            self.table = None
            self._go_on_in([*table.outside, table.written()])
            self._break("\n\n")
        else:
            self._go_on_in(table.caption)

    def finished(self) -> str:
        if self.table is not None:
            return "".join([*self.table.outside, self.table.written()])
        return "".join(self.parts)

    def _go_on_in(self, parts: list[str]) -> None:
        self.parts = parts
        self.waiting.clear()
        self.emphases.clear()
        self.unwanted = ""

    def _is_flat(self) -> bool:
        return self.on_one_line or self.table is not None

    def _begins_block(self) -> bool:
        return bool(self.waiting) and self.waiting[0].endswith((_ITEM, _HEADING))

    def _drop_block(self) -> None:
        if self._begins_block():
            self.waiting.pop(0)

    def _break(self, wanted: str) -> None:
        self._take_space(" \t")
        self.parts.append(" " if self._is_flat() else wanted)
        self.unwanted = " \t"

    def _take_space(self, signs: str) -> str:
        """Takes the white space at the end away, and returns it."""
        taken: list[str] = []
        while self.parts:
            last = self.parts.pop()
            kept = last.rstrip(signs)
            taken.append(last[len(kept) :])
            if kept:
                self.parts.append(kept)
                break
        return "".join(reversed(taken))

    @staticmethod
    def _margin(depth: int) -> str:
        return "  " * min(depth, _DEEPEST)
