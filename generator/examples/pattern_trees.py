"""The usual constructs of regular expressions, read into a tree."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class OneOf:
    """A place for one of these signs."""

    signs: str


@dataclass(frozen=True, slots=True)
class Sequence:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    branches: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    part: Node
    least: int
    most: int | None


Node: TypeAlias = "OneOf | Sequence | Choice | Repeat"


class UnknownConstructError(Exception):
    """The pattern has something that this parser does not know."""


def parse(pattern: str) -> Node:
    """The tree of a pattern; anchors and looks around are left out of it.

    Raises:
        UnknownConstructError: The pattern has something that is not known here, or is broken.
    """
    try:
        return _Parser(pattern).parse()
    except RecursionError:
        raise UnknownConstructError from None


def may_explode(node: Node, *, repeated: bool) -> bool:
    """Whether trying could take exponential time: a choice of ways within a repetition."""
    match node:
        case OneOf():
            return False
        case Sequence(parts):
            return any(may_explode(part, repeated=repeated) for part in parts)
        case Choice(branches):
            return repeated or any(
                may_explode(part, repeated=False) for part in branches
            )
        case Repeat(part, least, most):
            if repeated and least != most:
                return True
            return may_explode(part, repeated=repeated or most is None or most > 9)


@dataclass
class _Parser:
    pattern: str
    at: int = 0

    def parse(self) -> Node:
        node = self._choice()
        if self.at < len(self.pattern):
            raise UnknownConstructError
        return node

    def _peek(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def _take(self) -> str:
        if self.at == len(self.pattern):
            raise UnknownConstructError
        self.at += 1
        return self.pattern[self.at - 1]

    def _choice(self) -> Node:
        branches = [self._sequence()]
        while self._peek() == "|":
            self.at += 1
            branches.append(self._sequence())
        return branches[0] if len(branches) == 1 else Choice(tuple(branches))

    def _sequence(self) -> Node:
        parts: list[Node] = []
        while self._peek() not in ("", "|", ")"):
            atom = self._atom()
            if atom is not None:
                parts.append(self._quantified(atom))
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def _quantified(self, atom: Node) -> Node:
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
        return Repeat(atom, least, most)

    def _atom(self) -> Node | None:
        """The next thing that takes up room; `None` for an anchor or a look around."""
        sign = self._take()
        if sign in "^$":
            return None
        if sign == "(":
            return self._group()
        if sign == "[":
            return OneOf(self._class())
        if sign == ".":
            return OneOf(_SIGNS)
        if sign == "\\":
            escaped = self._escape()
            return None if escaped is None else OneOf(escaped)
        if sign in "*+?":
            raise UnknownConstructError
        return OneOf(sign)

    def _group(self) -> Node | None:
        look = False
        if self._peek() == "?":
            opening = re.compile(r"\?(?::|P?<[A-Za-z_]\w*>|(=|!|<=|<!))").match(
                self.pattern, self.at
            )
            if opening is None:
                raise UnknownConstructError
            look = opening[1] is not None
            self.at = opening.end()
        inner = self._choice()
        if self._take() != ")":
            raise UnknownConstructError
        if not look:
            return inner
        # Whether it holds is seen when the finished text is tried.
        if may_explode(inner, repeated=False):
            raise UnknownConstructError
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
            raise UnknownConstructError
        return sign

    def _skip_property(self) -> None:
        end = self.pattern.find("}", self.at)
        if self._peek() != "{" or end < 0:
            raise UnknownConstructError
        self.at = end + 1

    def _by_number(self, digits: int) -> str:
        number = self.pattern[self.at : self.at + digits]
        if len(number) < digits or any(c not in string.hexdigits for c in number):
            raise UnknownConstructError
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
            raise UnknownConstructError
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
        raise UnknownConstructError
    last = min(ord(end), ord(start) + 256)
    return "".join(chr(code) for code in range(ord(start), last + 1))
