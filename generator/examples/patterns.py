"""Texts that match a pattern, and whether a text does.

Patterns of descriptions are JavaScript's and may be hostile. They are read by a small
parser that knows the usual constructs; where it meets another one, the answer is "not
known" rather than a guess, and a pattern that could take for ever is never tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import count

from .pattern_trees import (
    Choice,
    Node,
    OneOf,
    Repeat,
    Sequence,
    UnknownConstructError,
    may_explode,
    parse,
)

_MOST = 2_000
"""The longest text that is made."""

_MOST_PIECES = 10_000
"""How much work a text may be: repetitions of nothing make none longer."""

_MOST_STEPS = 10_000_000
"""The longest that trying a text may take."""


@lru_cache(maxsize=1_000)
def sample(pattern: str, least: int = 0, most: int | None = None) -> str | None:
    """A text of `least` to `most` signs that matches, or `None` where none is found."""
    try:
        node = parse(pattern)
    except UnknownConstructError:
        return None
    most = _MOST if most is None else min(most, _MOST)
    # A little more than the least reads like a value; the least may be all there is room for.
    for extra in (6, *range(6), *range(7, 65, 4), least):
        length = _length(node, extra)
        if not least <= length <= most or _weight(node, extra) > _MOST_PIECES:
            continue
        text = "".join(_write(node, extra, count()))
        if matches(pattern, text) is not False:
            return text
    return None


def matches(pattern: str, text: str) -> bool | None:
    """Whether the pattern is found in the text; `None` where that is not known."""
    try:
        node = parse(pattern)
        steps = len(text) ** (_loops(node) + 1)
        if steps > _MOST_STEPS or may_explode(node, repeated=False):
            return None
        return re.search(pattern, text) is not None
    except (UnknownConstructError, re.error):
        return None


def _loops(node: Node) -> int:
    """How many repetitions may share out the same signs among them."""
    match node:
        case OneOf():
            return 0
        case Sequence(parts):
            return sum(_loops(part) for part in parts)
        case Choice(branches):
            return max(_loops(branch) for branch in branches)
        case Repeat(part, least, most):
            return _loops(part) + (least != most)


def _weight(node: Node, extra: int) -> int:
    """How much work `_write` has with the node; repetitions within repetitions multiply."""
    match node:
        case OneOf():
            return 1
        case Sequence(parts):
            return 1 + sum(_weight(part, extra) for part in parts)
        case Choice(branches):
            return 1 + _weight(branches[0], extra)
        case Repeat(part, least, most):
            return 1 + _weight(part, extra) * _times(least, most, extra)


def _length(node: Node, extra: int) -> int:
    """How many signs `_write` makes of the node."""
    match node:
        case OneOf():
            return 1
        case Sequence(parts):
            return sum(_length(part, extra) for part in parts)
        case Choice(branches):
            return _length(branches[0], extra)
        case Repeat(part, least, most):
            return _length(part, extra) * _times(least, most, extra)


def _times(least: int, most: int | None, extra: int) -> int:
    return least + extra if most is None else max(least, min(least + extra, most))


def _write(node: Node, extra: int, signs: Iterator[int]) -> Iterator[str]:
    """The pieces of one match, every repetition that may grow done `extra` times more."""
    match node:
        case OneOf(allowed):
            yield allowed[next(signs) % len(allowed)] if len(allowed) > 1 else allowed
        case Sequence(parts):
            for part in parts:
                yield from _write(part, extra, signs)
        case Choice(branches):
            yield from _write(branches[0], extra, signs)
        case Repeat(part, least, most):
            for _ in range(_times(least, most, extra)):
                yield from _write(part, extra, signs)
