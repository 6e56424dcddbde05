"""Markdown as lines of a docstring: paragraphs are filled, what is laid out stays so."""

from __future__ import annotations

import re
import unicodedata

from ...formatting import LINE_LENGTH

_NARROWEST = 40
_CODE_INDENT = 4
_FENCES = ("```", "~~~")
# Tables, headings, rules and HTML.
_FIXED = re.compile(r"\||#{1,6}\s|</?[A-Za-z!]|(?:[-=*_][ \t]*+){3,}\Z")
# What is below the header of a table that has no `|` at the edge.
_TABLE_RULE = re.compile(r":?-+:?[ \t]*+\|[-:| \t]*+\Z")
_ITEM = re.compile(r"(?P<indent>\s*)(?P<mark>[-*+]|\d{1,9}[.)])\s+(?=\S)")
# What would begin a list, a quote or a heading if it began a line.
_MARK = re.compile(r"[-*+>]|#{1,6}|\d{1,9}[.)]")
# What is longer fits on no line.
_SPAN = re.compile(rf"(?<!`)(`{{1,9}})(?!`).{{1,{LINE_LENGTH}}}?(?<!`)\1(?!`)")
# Stands for a space at which no line ends; the texts have no such sign themselves.
_KEPT = "\0"


def clean(text: str) -> str:
    """The text without what an editor does not show: control and direction characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    if text.replace("\n", "").isprintable():
        return text
    return "".join(
        c
        for c in text
        if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp")
    )


def wrap(text: str, width: int, opening: int = 0) -> list[str]:
    """The lines of a text; `opening` are the columns that the first of them lacks."""
    wrapping = _Wrapping(width, opening)
    for line in clean(text).splitlines():
        wrapping.take(line.rstrip())
    return wrapping.finished()


def begins_block(line: str) -> bool:
    """Whether a line of these does not go on with the paragraph before it."""
    bare = line.lstrip()
    return (
        not bare
        or bare.startswith((*_FENCES, ">"))
        or line.startswith(" " * _CODE_INDENT)
        or (_FIXED.match(bare) or _ITEM.match(line)) is not None
    )


def fill(text: str, width: int, first: str = "", hang: str = "") -> list[str]:
    """One paragraph, with what stands before its first line and before the others."""
    if len(first) + len(text) <= width and "  " not in text:
        return [first + text] if text else []
    width = max(width, _NARROWEST)
    lines: list[list[str]] = [[]]
    left = width - len(first)
    for word in _whole_spans(text, width - len(hang)).split():
        line = lines[-1]
        if line and len(word) > left:
            # Nothing that stands within a sentence is to begin a list.
            is_mark = len(line) > 1 and _MARK.fullmatch(word)
            line = [line.pop()] if is_mark else []
            lines.append(line)
            left = width - len(hang) - sum(len(each) + 1 for each in line)
        line.append(word)
        left -= len(word) + 1
    texts = [" ".join(line).replace(_KEPT, " ") for line in lines]
    return [first + texts[0], *(hang + each for each in texts[1:])]


def _whole_spans(text: str, width: int) -> str:
    """The text with its code held together that fits on a line: who copies it needs all."""
    if "`" not in text:
        return text
    held = _SPAN.sub(lambda match: match[0].replace(" ", _KEPT), text)
    return " ".join(
        word if len(word) <= width else word.replace(_KEPT, " ")
        for word in held.split(" ")
    )


class _Wrapping:
    """Goes through a text line by line.

    `_first` and `_hang` stand before the lines of the paragraph that is being read;
    `_margin` is how far the paragraphs of an item are indented, `_meant_margin` how far
    they are in the text.
    """

    def __init__(self, width: int, opening: int) -> None:
        self._width = width
        self._opening = opening
        self._lines: list[str] = []
        self._paragraph: list[str] = []
        self._first = self._hang = ""
        self._margin = self._meant_margin = 0
        self._is_fenced = False
        self._is_table = False

    def take(self, line: str) -> None:
        bare = line.lstrip()
        is_fence = bare.lstrip("> ").startswith(_FENCES)
        if is_fence or self._is_fenced:
            self._keep(line)
            self._is_fenced = self._is_fenced != is_fence
        elif not bare:
            self._end_block()
        elif _FIXED.match(bare) or (self._is_table and "|" in bare):
            self._keep(line)
        elif self._paragraph and _TABLE_RULE.match(bare):
            self._open_table(line)
        else:
            self._take_text(line, bare)

    def _take_text(self, line: str, bare: str) -> None:
        indent = len(line) - len(bare)
        item = _ITEM.match(line)
        if bare.startswith(">") and bare[1:2] in ("", " "):
            self._quote(bare[1:].strip())
        elif not self._paragraph and indent >= self._code_margin(is_item=bool(item)):
            self._keep(line)
        elif item is not None:
            first = f"{item['indent']}{item['mark']} "
            self._begin(first, " " * len(first), line[item.end() :])
            self._margin, self._meant_margin = len(first), item.end()
        elif self._paragraph:
            self._paragraph.append(bare)
        else:
            self._margin = min(indent, self._margin)
            self._meant_margin = min(indent, self._meant_margin)
            margin = " " * self._margin
            self._begin(margin, margin, bare)

    def _code_margin(self, *, is_item: bool) -> int:
        """How far code is indented: within an item by less than Markdown asks for, by habit."""
        if is_item:
            return self._meant_margin + _CODE_INDENT
        return max(self._meant_margin + 1, _CODE_INDENT)

    def _quote(self, said: str) -> None:
        item = _ITEM.match(said)
        if not said:
            self._keep(">")
        elif self._paragraph and self._hang.startswith(">") and item is None:
            self._paragraph.append(said)
        else:
            mark = f"{item['mark']} " if item else ""
            said = said[item.end() :] if item else said
            self._begin(f"> {mark}", f"> {' ' * len(mark)}", said)

    def _open_table(self, rule: str) -> None:
        header = self._paragraph.pop()
        self._keep(header)
        self._keep(rule.strip())
        self._is_table = True

    def _begin(self, first: str, hang: str, said: str) -> None:
        self._flush()
        self._first, self._hang = first, hang
        self._paragraph.append(said)

    def _keep(self, line: str) -> None:
        self._flush()
        self._lines.append(line)

    def _end_block(self) -> None:
        self._flush()
        self._is_table = False
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def _flush(self) -> None:
        if not self._paragraph:
            return
        text = " ".join(self._paragraph)
        self._paragraph.clear()
        opening = "" if self._lines else " " * self._opening
        filled = fill(text, self._width, opening + self._first, self._hang)
        filled[0] = filled[0][len(opening) :]
        self._lines += filled

    def finished(self) -> list[str]:
        self._flush()
        while self._lines and not self._lines[-1]:
            self._lines.pop()
        return self._lines
