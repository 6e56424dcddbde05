"""Where the statements of a module begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .failures import Unfamiliar

# Where a line may end, what keeps it from ending there, and what is not told apart here.
_MARK = re.compile(
    r"""
    \"{3}(?:[^"\\]|\\.|"(?!""))*\"{3}
  | "(?:[^"\\\n]|\\.)*"
  | '(?:[^'\\\n]|\\.)*'
  | [()\[\]{}\n"'#;\\]
    """,
    re.VERBOSE | re.DOTALL,
)
# Strings of other kinds, empty bodies, clauses that belong to what is before them, and
# `match` where it is not the name of a field.
_OTHER = re.compile(
    r"""
    [A-Za-z]{0,2}["'] | \.\.\. | (?:elif|except)\b | (?:else|finally)\b(?!:)
  | (?:match|case)\b(?!:|\ =)
    """,
    re.VERBOSE,
)
_OPEN, _CLOSE, _ODD = frozenset("([{"), frozenset(")]}"), frozenset("\"'#;\\")
_LONG_STRING = ('"""', 'r"""')
_ALONE = re.compile(r'r?"{3}(?:[^"\\]|\\.|"(?!""))*"{3} *(?=\n|\Z)', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement, or the header of a block, as it was emitted."""

    text: str
    depth: int
    blanks: int
    """The blank lines before it."""
    opened: bool
    """Whether it is the first of a block, or of the module."""

    @property
    def indent(self) -> str:
        return "    " * self.depth

    @property
    def is_string(self) -> bool:
        return self.text.startswith(_LONG_STRING)

    @property
    def is_class(self) -> bool:
        return self.text.startswith("class ")

    @property
    def is_definition(self) -> bool:
        return self.text.startswith(("class ", "def ", "async def "))

    @property
    def is_decorator(self) -> bool:
        return self.text.startswith("@")

    @property
    def is_import(self) -> bool:
        return self.text.startswith(("import ", "from "))

    @property
    def is_clause(self) -> bool:
        return self.text in ("else:", "finally:")


def statements(source: str) -> Iterator[Statement]:
    """The statements of a module from first to last, those in blocks included.

    Raises:
        Unfamiliar: Something cannot be told apart that easily.
    """
    if "\r" in source or "\f" in source:
        raise Unfamiliar("a module with other ends of lines or pages")
    # The module itself is like a block that its beginning opens.
    place, blanks, depth, opened = 0, 0, -1, True
    while place < len(source):
        start = _skip_spaces(source, place)
        if source.startswith("\n", start) or start == len(source):
            place, blanks = start + 1, blanks + 1
            continue
        depth = _depth(start - place, depth, opened=opened)
        end = _end(source, start)
        text = source[start:end].rstrip(" ")
        yield Statement(text, depth, blanks, opened)
        place, blanks, opened = end + 1, 0, text.endswith(":")
    if opened:
        raise Unfamiliar("a block without a body")


def _skip_spaces(source: str, place: int) -> int:
    while source.startswith(" ", place):
        place += 1
    return place


def _depth(spaces: int, depth: int, *, opened: bool) -> int:
    found, rest = divmod(spaces, 4)
    if rest or found > depth + opened or (opened and found <= depth):
        raise Unfamiliar("an unusual indent")
    return found


def _end(source: str, start: int) -> int:
    """The end of the line on which a statement ends."""
    if source.startswith(_LONG_STRING, start):
        if (string := _ALONE.match(source, start)) is None:
            raise Unfamiliar("a string with something after it")
        return string.end()
    if _OTHER.match(source, start):
        raise Unfamiliar("a statement that depends on its neighbours")
    opened = 0
    for mark in _MARK.finditer(source, start):
        token = mark.group()
        if token == "\n" and not opened:
            return mark.start()
        if token in _OPEN:
            opened += 1
        elif token in _CLOSE:
            opened -= 1
        elif token in _ODD:
            raise Unfamiliar("an open string, a comment or a continued line")
    if opened:
        raise Unfamiliar("an open bracket")
    return len(source)
