"""A description cut into the blocks that its Markdown has: paragraphs, lists, tables, code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias, assert_never

# A text may be long and hostile: what has a `+` more is not gone through again.
_FENCE = re.compile(r"( *+)(`{3,}+|~{3,}+) *+([^`\s]*+)[^`]*+\Z")
_HEADING = re.compile(r" {0,3}#{1,6}+(?: ++(.*+))?\Z")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+) *\Z")
_RULE = re.compile(r" {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})\Z")
_QUOTE = re.compile(r"(?: {0,3}> ?)++")
_ITEM = re.compile(r"( *)([-*+]|(\d{1,9})[.)])(?: +(.*))?\Z")
_DELIMITER = r" *+:?+-++:?+ *+"
_DELIMITERS = re.compile(rf" *+\|?+{_DELIMITER}(?:\|{_DELIMITER})*+\|?+ *+\Z")
_PIPE = re.compile(r"(?<!\\)\|")

_DEEPEST = 5
"""How deep lists are nested; what is nested deeper is shown on this level."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`level` is how many list items it stands in."""

    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list; `number` is `None` in a list without numbers."""

    text: str
    level: int
    number: int | None


@dataclass(frozen=True, slots=True)
class Code:
    text: str
    language: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the header first, all of the same length."""

    rows: tuple[tuple[str, ...], ...]


Block: TypeAlias = "Paragraph | Heading | Quote | Item | Code | Table"


def blocks(source: str) -> tuple[Block, ...]:
    """The blocks in their order; markers that hold nothing are left out."""
    reader = _Reader(source.split("\n"))
    return tuple(block for block in reader.read() if _holds_something(block))


def _holds_something(block: Block) -> bool:
    match block:
        case Table():
            return True
        case Quote(inner):
            return bool(inner)
        case Paragraph(text) | Heading(text) | Item(text) | Code(text):
            return bool(text.strip())
        case _:
            assert_never(block)


@dataclass
class _Reader:
    """Goes through the lines once; `pending` is the paragraph that may still grow."""

    lines: list[str]
    at: int = 0
    indents: list[int] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)
    item: Item | None = None

    def read(self) -> Iterator[Block]:
        after_blank = True
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not line.strip():
                yield from self._flush()
                after_blank = True
                self.at += 1
                continue
            if after_blank and not self.item:
                self._leave_lists(line)
            yield from self._read_block(line, after_blank)
            after_blank = False
        yield from self._flush()

    def _read_block(self, line: str, after_blank: bool) -> Iterator[Block]:
        """Reads what begins at `line`, at least that line."""
        if (fence := _FENCE.match(line)) is not None:
            yield from self._flush()
            self._leave_items(len(fence[1]))
            yield self._fenced(fence)
        elif after_blank and not self.indents and line.startswith("    "):
            yield self._indented()
        elif self._is_table():
            yield from self._flush()
            yield self._table()
        elif self.pending and _UNDERLINE.match(line) and not self.item:
            yield Heading(self._take_pending())
            self.at += 1
        elif _RULE.match(line):
            yield from self._flush()
            self.at += 1
        elif (heading := _HEADING.match(line)) is not None:
            yield from self._flush()
            self.at += 1
            yield Heading(_opened(heading[1] or ""))
        elif _QUOTE.match(line):
            yield from self._flush()
            yield self._quote()
        elif (item := _ITEM.match(line)) is not None and self._starts_item(item):
            yield from self._flush()
            self._open_item(item)
            self.at += 1
        else:
            self.pending.append(_with_break(line))
            self.at += 1

    def _flush(self) -> Iterator[Block]:
        if self.item is not None:
            item, self.item = self.item, None
            yield Item(self._take_pending(), item.level, item.number)
        elif self.pending:
            yield Paragraph(self._take_pending(), len(self.indents))

    def _take_pending(self) -> str:
        taken, self.pending = "\n".join(self.pending), []
        return taken.rstrip(" ")

    def _leave_lists(self, line: str) -> None:
        """A line after a blank one goes on with the items that it is indented below."""
        if _ITEM.match(line) is None:
            self._leave_items(len(line) - len(line.lstrip()))

    def _leave_items(self, indent: int) -> None:
        while self.indents and indent <= self.indents[-1]:
            self.indents.pop()

    def _starts_item(self, item: re.Match[str]) -> bool:
        # Within a paragraph `1986. A great year` and a lone dash begin no list.
        if self.pending and not self.item and not self.indents:
            return bool(item[4]) and item[3] in (None, "1")
        return bool(item[4]) or not self.pending

    def _open_item(self, item: re.Match[str]) -> None:
        indent = len(item[1])
        self._leave_items(indent)
        # One more space is a slip of the pen, two are a level.
        if not self.indents or indent >= self.indents[-1] + 2:
            self.indents.append(indent)
        level = min(len(self.indents), _DEEPEST) - 1
        self.item = Item("", level, int(item[3]) if item[3] else None)
        self.pending = [_with_break(item[4])] if item[4] else []

    def _fenced(self, fence: re.Match[str]) -> Code:
        margin, ticks = len(fence[1]), fence[2]
        closing = re.compile(rf" *{re.escape(ticks[0])}{{{len(ticks)},}} *\Z")
        taken: list[str] = []
        self.at += 1
        while self.at < len(self.lines) and not closing.match(self.lines[self.at]):
            line = self.lines[self.at]
            taken.append(line[min(margin, len(line) - len(line.lstrip())) :])
            self.at += 1
        self.at += 1
        return Code("\n".join(taken), fence[3], min(len(self.indents), _DEEPEST))

    def _indented(self) -> Code:
        taken: list[str] = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.strip() and not line.startswith("    "):
                break
            taken.append(line[4:])
            self.at += 1
        return Code("\n".join(taken).strip("\n"), "")

    def _quote(self) -> Quote:
        taken: list[str] = []
        while self.at < len(self.lines) and _QUOTE.match(self.lines[self.at]):
            taken.append(_QUOTE.sub("", self.lines[self.at], 1))
            self.at += 1
        return Quote(blocks("\n".join(taken)))

    def _is_table(self) -> bool:
        if "|" not in self.lines[self.at] or self.at + 1 == len(self.lines):
            return False
        delimiters = self.lines[self.at + 1]
        return _DELIMITERS.match(delimiters) is not None and len(
            _cells(delimiters)
        ) == len(_cells(self.lines[self.at]))

    def _table(self) -> Table:
        rows = [_cells(self.lines[self.at])]
        self.at += 2
        while self.at < len(self.lines) and "|" in self.lines[self.at]:
            cells = _cells(self.lines[self.at])[: len(rows[0])]
            rows.append(cells + [""] * (len(rows[0]) - len(cells)))
            self.at += 1
        return Table(tuple(tuple(row) for row in rows))


def _with_break(line: str) -> str:
    """A line of a paragraph; two spaces at its end keep it apart from the next one."""
    return f"{line.strip()}  " if line.endswith("  ") else line.strip()


def _opened(heading: str) -> str:
    """A heading's text without the number signs that may close it."""
    bare = heading.rstrip("#")
    return (bare if bare.endswith(" ") else heading).rstrip(" ")


def _cells(line: str) -> list[str]:
    line = line.strip().removeprefix("|")
    if line.endswith("|") and not line.endswith("\\|"):
        line = line[:-1]
    return [cell.strip().replace("\\|", "|") for cell in _PIPE.split(line)]
