"""Texts that match a pattern, and whether a text does.

Patterns of descriptions are JavaScript's and may be hostile. They are read by a small
parser that knows the usual constructs; where it meets another one, the answer is "not
known" rather than a guess, and a pattern that could take for ever is never tried.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import TypeAlias

# In the order in which they are used up: `abc...` rather than `!"#...`.
_SIGNS = (
    string.ascii_lowercase
    + string.digits
    + string.ascii_uppercase
    + "_-. /:+@#,;=!?&%*()"
)
_CLASSES = {
    "d": string.digits[1:] + "0",
    "w": string.ascii_lowercase + string.digits + string.ascii_uppercase + "_",
    "s": " ",
    "p": string.ascii_lowercase + string.ascii_uppercase,
}
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "0": "\0"}
_BOUNDS = re.compile(r"\{(\d{1,4})(?:(,)(\d{1,4})?)?\}")
_MOST = 2_000
"""The longest text that is made."""

_MOST_PIECES = 100_000

_MOST_STEPS = 10_000_000
"""The longest that trying a text may take."""


@dataclass(frozen=True, slots=True)
class _OneOf:
    """A place for one of these signs."""

    signs: str


@dataclass(frozen=True, slots=True)
class _Sequence:
    parts: tuple[_Node, ...]


@dataclass(frozen=True, slots=True)
class _Choice:
    branches: tuple[_Node, ...]


@dataclass(frozen=True, slots=True)
class _Repeat:
    part: _Node
    least: int
    most: int | None


_Node: TypeAlias = "_OneOf | _Sequence | _Choice | _Repeat"


class _UnknownConstruct(Exception):
    """The pattern has something that this parser does not know."""


def sample(pattern: str, least: int = 0, most: int | None = None) -> str | None:
    """A text of `least` to `most` signs that matches, or `None` where none is found."""
    try:
        node = _Parser(pattern).parse()
    except (_UnknownConstruct, RecursionError):
        return None
    most = _MOST if most is None else min(most, _MOST)
    # A little more than the least reads like a value; the least may be all there is room for.
    for extra in (6, *range(6), *range(7, 65, 4), least):
        if _weight(node, extra) > _MOST_PIECES:
            continue
        signs = count()
        text = "".join(_write(node, extra, signs))
        if least <= len(text) <= most and matches(pattern, text) is not False:
            return text
    return None


def matches(pattern: str, text: str) -> bool | None:
    """Whether the pattern is found in the text; `None` where that is not known."""
    try:
        node = _Parser(pattern).parse()
        steps = len(text) ** (_loops(node) + 1)
        if steps > _MOST_STEPS or _may_explode(node, repeated=False):
            return None
        return re.search(pattern, text) is not None
    except (_UnknownConstruct, RecursionError, re.error):
        return None


def _may_explode(node: _Node, *, repeated: bool) -> bool:
    """Whether trying could take exponential time: a choice of ways within a repetition."""
    match node:
        case _OneOf():
            return False
        case _Sequence(parts):
            return any(_may_explode(part, repeated=repeated) for part in parts)
        case _Choice(branches):
            return repeated or any(
                _may_explode(part, repeated=False) for part in branches
            )
        case _Repeat(part, least, most):
            if repeated and least != most:
                return True
            return _may_explode(part, repeated=repeated or most is None or most > 9)


def _loops(node: _Node) -> int:
    """How many repetitions may share out the same signs among them."""
    match node:
        case _OneOf():
            return 0
        case _Sequence(parts):
            return sum(_loops(part) for part in parts)
        case _Choice(branches):
            return max(_loops(branch) for branch in branches)
        case _Repeat(part, least, most):
            return _loops(part) + (least != most)


def _weight(node: _Node, extra: int) -> int:
    """How much work `_write` has with the node; repetitions within repetitions multiply."""
    match node:
        case _OneOf():
            return 1
        case _Sequence(parts):
            return 1 + sum(_weight(part, extra) for part in parts)
        case _Choice(branches):
            return 1 + _weight(branches[0], extra)
        case _Repeat(part, least, most):
            return 1 + _weight(part, extra) * _times(least, most, extra)


def _times(least: int, most: int | None, extra: int) -> int:
    return least + extra if most is None else max(least, min(least + extra, most))


def _write(node: _Node, extra: int, signs: Iterator[int]) -> Iterator[str]:
    """The pieces of one match, every repetition that may grow done `extra` times more."""
    match node:
        case _OneOf(allowed):
            yield allowed[next(signs) % len(allowed)] if len(allowed) > 1 else allowed
        case _Sequence(parts):
            for part in parts:
                yield from _write(part, extra, signs)
        case _Choice(branches):
            yield from _write(branches[0], extra, signs)
        case _Repeat(part, least, most):
            for _ in range(_times(least, most, extra)):
                yield from _write(part, extra, signs)


@dataclass
class _Parser:
    pattern: str
    at: int = 0

    def parse(self) -> _Node:
        node = self._choice()
        if self.at < len(self.pattern):
            raise _UnknownConstruct
        return node

    def _peek(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def _take(self) -> str:
        if self.at == len(self.pattern):
            raise _UnknownConstruct
        self.at += 1
        return self.pattern[self.at - 1]

    def _choice(self) -> _Node:
        branches = [self._sequence()]
        while self._peek() == "|":
            self.at += 1
            branches.append(self._sequence())
        return branches[0] if len(branches) == 1 else _Choice(tuple(branches))

    def _sequence(self) -> _Node:
        parts: list[_Node] = []
        while self._peek() not in ("", "|", ")"):
            atom = self._atom()
            if atom is not None:
                parts.append(self._quantified(atom))
        return parts[0] if len(parts) == 1 else _Sequence(tuple(parts))

    def _quantified(self, atom: _Node) -> _Node:
        bounds = _BOUNDS.match(self.pattern, self.at)
        if bounds is not None:
            self.at = bounds.end()
            least = int(bounds[1])
            most = least if not bounds[2] else int(bounds[3]) if bounds[3] else None
        elif self._peek() in ("*", "+", "?"):
            sign = self._take()
            least, most = (1 if sign == "+" else 0), (1 if sign == "?" else None)
        else:
            return atom
        if self._peek() == "?":
            self.at += 1
        return _Repeat(atom, least, most)

    def _atom(self) -> _Node | None:
        """The next thing that takes up room; `None` for an anchor or a look around."""
        sign = self._take()
        if sign in "^$":
            return None
        if sign == "(":
            return self._group()
        if sign == "[":
            return _OneOf(self._class())
        if sign == ".":
            return _OneOf(_SIGNS)
        if sign == "\\":
            escaped = self._escape()
            return None if escaped is None else _OneOf(escaped)
        if sign in "*+?":
            raise _UnknownConstruct
        return _OneOf(sign)

    def _group(self) -> _Node | None:
        look = False
        if self._peek() == "?":
            opening = re.compile(r"\?(?::|P?<[A-Za-z_]\w*>|(=|!|<=|<!))").match(
                self.pattern, self.at
            )
            if opening is None:
                raise _UnknownConstruct
            look = opening[1] is not None
            self.at = opening.end()
        inner = self._choice()
        if self._take() != ")":
            raise _UnknownConstruct
        if not look:
            return inner
        # Whether it holds is seen when the finished text is tried.
        if _may_explode(inner, repeated=False):
            raise _UnknownConstruct
        return None

    def _escape(self) -> str | None:
        """The signs that an escape stands for; `None` for a word's boundary."""
        sign = self._take()
        if sign in "bB":
            return None
        if sign in _CLASSES:
            if sign == "p":
                self._skip_property()
            return _CLASSES[sign]
        if sign in "DWSP":
            if sign == "P":
                self._skip_property()
            left_out = _CLASSES[sign.lower()]
            return "".join(c for c in _SIGNS if c not in left_out)
        if sign in _CONTROLS:
            return _CONTROLS[sign]
        if sign in "xu":
            return self._by_number(2 if sign == "x" else 4)
        if sign.isalnum():
            raise _UnknownConstruct
        return sign

    def _skip_property(self) -> None:
        end = self.pattern.find("}", self.at)
        if self._peek() != "{" or end < 0:
            raise _UnknownConstruct
        self.at = end + 1

    def _by_number(self, digits: int) -> str:
        number = self.pattern[self.at : self.at + digits]
        if len(number) < digits or any(c not in string.hexdigits for c in number):
            raise _UnknownConstruct
        self.at += digits
        return chr(int(number, 16))

    def _class(self) -> str:
        negated = self._peek() == "^"
        self.at += negated
        members = ""
        while self._peek() != "]":
            start = self._member()
            if self._peek() == "-" and self.pattern[self.at + 1 : self.at + 2] != "]":
                self.at += 1
                start = _range(start, self._member())
            members += start
        self.at += 1
        chosen = set(members)
        known = "".join(c for c in _SIGNS if (c in chosen) is not negated)
        rest = "" if negated else "".join(c for c in members[:64] if c not in known)
        if not known and not rest:
            raise _UnknownConstruct
        return known or rest

    def _member(self) -> str:
        sign = self._take()
        if sign != "\\":
            return sign
        if self._peek() == "b":
            self.at += 1
            return "\b"
        return self._escape() or ""


def _range(start: str, end: str) -> str:
    if len(start) != 1 or len(end) != 1 or start > end:
        raise _UnknownConstruct
    last = min(ord(end), ord(start) + 256)
    return "".join(chr(code) for code in range(ord(start), last + 1))
