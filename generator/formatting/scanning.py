"""Where the statements of a module begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.formatting.expressions import Unfamiliar

_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'')
_TRIPLE = re.compile(r'r?"""(?:[^"\\]|\\.|"(?!""))*"""', re.DOTALL)
# Strings of other kinds, empty bodies, and clauses that belong to what is before them.
_OTHER = re.compile(
    r"""[A-Za-z]{0,2}["']|\.\.\.|(?:elif|except|match|case)\b|(?:else|finally)\b(?!:)"""
)
_ODD = re.compile(r"""["'#;\\]""")
_OPEN, _CLOSE = re.compile(r"[(\[{]"), re.compile(r"[)\]}]")


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
        return self.text.endswith('"""')

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
    if source.startswith(('"""', 'r"""'), start):
        return _string_end(source, start)
    if _OTHER.match(source, start):
        raise Unfamiliar("a statement that depends on its neighbours")
    opened = 0
    while True:
        end = _line_end(source, start)
        code = _STRING.sub("", source[start:end])
        if _ODD.search(code):
            raise Unfamiliar("a comment, a long string or a continued line")
        opened += len(_OPEN.findall(code)) - len(_CLOSE.findall(code))
        if opened <= 0:
            return end
        if end == len(source):
            raise Unfamiliar("an open bracket")
        start = end + 1


def _string_end(source: str, start: int) -> int:
    found = _TRIPLE.match(source, start)
    end = _line_end(source, found.end()) if found else start
    if found is None or source[found.end() : end].strip(" "):
        raise Unfamiliar("a string with something after it")
    return end


def _line_end(source: str, start: int) -> int:
    end = source.find("\n", start)
    return len(source) if end < 0 else end
