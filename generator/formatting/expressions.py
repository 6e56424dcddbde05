"""The expressions that emitted code is made of, read far enough to be laid out.

Names, strings, numbers, calls, subscripts, displays, `|`, `await` and argument-less
`lambda`; whatever else there is raises `Unfamiliar`, and black is asked.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from .failures import Unfamiliar

_TOKEN = re.compile(
    r"""
    [A-Za-z_][A-Za-z0-9_]*
  | [0-9]+(?:\.[0-9]+)?
    # Strings that black leaves alone: no quote that could be saved an escape, and no
    # escape that could be spelled otherwise.
  | "{3}[^"\\]*"{3}
  | "(?:[^"\\\n]|\\[nrt\\]|\\x[0-9a-f]{2}|\\u[0-9a-f]{4})*"
  | '[^'"\\\n]*(?:"[^'"\\\n]*)+'
  | ->
  | [^ \n]
    """,
    re.VERBOSE,
)
_KEYWORDS = frozenset(keyword.kwlist) - {"None", "True", "False"}


@dataclass(frozen=True, slots=True)
class Brackets:
    """The brackets that an expression ends with, where it may be split over lines."""

    head: str
    """Everything up to the opening one, and that."""
    items: tuple[Expression, ...]
    closer: str
    exploded: bool
    """Whether it has to be split: a comma follows the last item."""
    display: bool
    """A list, tuple, set or dict rather than a call or subscript."""


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression on one line, and how it may be split."""

    flat: str
    exploded: bool = False
    """Whether something in it has to be split over lines."""
    brackets: Brackets | None = None
    """`None` where it cannot be split at its last brackets alone."""
    operands: tuple[Expression, ...] = ()
    """What `|` stands between."""
    atomic: bool = False
    """Whether there is nothing in it that could be split."""

    def after(self, prefix: str) -> Expression:
        """The same with something before it."""
        brackets = self.brackets and replace(
            self.brackets, head=prefix + self.brackets.head
        )
        operands = self.operands
        if operands:
            operands = (operands[0].after(prefix), *operands[1:])
        return replace(
            self, flat=prefix + self.flat, brackets=brackets, operands=operands
        )


class Tokens:
    """The tokens of one statement, consumed from the left."""

    def __init__(self, text: str) -> None:
        self._tokens: Sequence[str] = [*_TOKEN.findall(text), ""]
        self._place = 0

    @property
    def next(self) -> str:
        """The token that comes next, empty at the end."""
        return self._tokens[self._place]

    @property
    def second(self) -> str:
        return self._tokens[self._place + 1] if self.next else ""

    def take(self) -> str:
        token = self._tokens[self._place]
        if not token:
            raise Unfamiliar("the statement ends early")
        self._place += 1
        return token

    def skip(self, token: str) -> bool:
        """Whether that token was next, and is now consumed."""
        if self._tokens[self._place] != token:
            return False
        self._place += 1
        return True

    def expect(self, token: str) -> None:
        if not self.skip(token):
            raise Unfamiliar(f"{self.next!r} where {token!r} was expected")

    def name(self) -> str:
        token = self.take()
        if not is_name(token):
            raise Unfamiliar(f"{token!r} where a name was expected")
        return token

    def dotted(self) -> str:
        names = [self.name()]
        while self.skip("."):
            names.append(self.name())
        return ".".join(names)


def is_name(token: str) -> bool:
    return token.isidentifier() and token not in _KEYWORDS


def flat(expression: Expression) -> str:
    """The expression in a place where it cannot be split."""
    if expression.exploded:
        raise Unfamiliar("a trailing comma where nothing can be split")
    return expression.flat


def parse_expression(tokens: Tokens) -> Expression:
    """The expression that comes next."""
    if tokens.skip("lambda"):
        tokens.expect(":")
        return parse_expression(tokens).after("lambda: ")
    found = _operand(tokens)
    if tokens.next != "|":
        return found
    operands = [found]
    while tokens.skip("|"):
        operands.append(_operand(tokens))
    text = " | ".join(flat(operand) for operand in operands)
    return Expression(text, operands=tuple(operands))


def parse_call(tokens: Tokens, head: str) -> Expression:
    """The rest of a call, its opening parenthesis just consumed and last in `head`."""
    return _bracketed(tokens, head, ")", _argument)


def _operand(tokens: Tokens) -> Expression:
    if tokens.skip("await"):
        return _primary(tokens).after("await ")
    if tokens.skip("-"):
        number = tokens.take()
        if not number[0].isdigit():
            raise Unfamiliar("a negated expression")
        return Expression(f"-{number}", atomic=True)
    return _primary(tokens)


def _primary(tokens: Tokens) -> Expression:
    if tokens.skip("("):
        return _tuple(tokens)
    if tokens.skip("["):
        return _bracketed(tokens, "[", "]", parse_expression, display=True)
    if tokens.skip("{"):
        return _bracketed(tokens, "{", "}", _entry, display=True)
    token = tokens.take()
    if is_name(token):
        return _trailers(tokens, token)
    if token.isdigit() or (len(token) > 1 and token[0] in "\"'0123456789"):
        return Expression(token, atomic=True)
    raise Unfamiliar(f"{token!r} in an expression")


def _trailers(tokens: Tokens, name: str) -> Expression:
    found = Expression(name, atomic=True)
    # Black breaks a chain of calls at its dots.
    chained = False
    while tokens.next in (".", "(", "["):
        head = flat(found) + tokens.take()
        if head.endswith("."):
            found = Expression(head + tokens.name(), atomic=found.flat.isidentifier())
            continue
        if head.endswith("("):
            found = parse_call(tokens, head)
        else:
            found = _subscript(tokens, head)
        found = replace(found, brackets=None) if chained else found
        chained = True
    return found


def _subscript(tokens: Tokens, head: str) -> Expression:
    found = _bracketed(tokens, head, "]", parse_expression)
    if found.brackets is None or (found.exploded and len(found.brackets.items) == 1):
        raise Unfamiliar("a subscript of nothing, or of a tuple of one")
    return found


def _tuple(tokens: Tokens) -> Expression:
    found = _bracketed(tokens, "(", ")", parse_expression, display=True)
    if found.brackets is None:
        return found
    first, *others = found.brackets.items
    if others:
        return found
    if not found.brackets.exploded:
        raise Unfamiliar("parentheses that black may take away")
    return Expression(f"({flat(first)},)")


def _bracketed(
    tokens: Tokens,
    head: str,
    closer: str,
    item: Callable[[Tokens], Expression],
    *,
    display: bool = False,
) -> Expression:
    items: list[Expression] = []
    comma = False
    while not tokens.skip(closer):
        items.append(item(tokens))
        comma = tokens.skip(",")
        if not comma:
            tokens.expect(closer)
            break
    text = head + ", ".join(found.flat for found in items) + closer
    if not items:
        return Expression(text)
    brackets = Brackets(head, tuple(items), closer, comma, display)
    return Expression(text, comma or any(found.exploded for found in items), brackets)


def _argument(tokens: Tokens) -> Expression:
    if tokens.skip("*"):
        return _argument(tokens).after("*")
    if tokens.second != "=":
        return parse_expression(tokens)
    name = tokens.name()
    tokens.expect("=")
    return parse_expression(tokens).after(f"{name}=")


def _entry(tokens: Tokens) -> Expression:
    key = parse_expression(tokens)
    tokens.expect(":")
    return parse_expression(tokens).after(f"{flat(key)}: ")
