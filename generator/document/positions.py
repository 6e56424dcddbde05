"""Where each value stands in its text."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..pointers import join, split
from . import limits
from .faults import START, Place

# A string with the colon that makes it a key, a bracket, or a number or word.
_JSON_TOKEN = re.compile(
    r'("[^"\\]*+(?:\\.[^"\\]*+)*+")(\s*+:)?|[\[\]{}]|[^\s\[\]{},:"]++', re.DOTALL
)
# The only step from what is around a whole text to what it holds.
_WHOLE = "0"


@dataclass(frozen=True, slots=True)
class DuplicateKey:
    """A key that a mapping has more than once."""

    pointer: str
    first: Place
    again: Place


@dataclass(slots=True)
class Branch:
    """A mapping or list. What is in it goes by its step in a pointer."""

    places: dict[str, Place] = field(default_factory=dict)
    """Of its key where a value has one, else its own."""
    values: dict[str, Branch | str] = field(default_factory=dict)
    """Mappings and lists, and scalars that are no strings as they are spelled."""


@dataclass(slots=True)
class Positions:
    """The places in one text, as a tree: pointers are only made of those asked for."""

    around: Branch = field(default_factory=Branch)
    duplicates: list[DuplicateKey] = field(default_factory=list[DuplicateKey])

    def of(self, pointer: str) -> Place:
        """The place of a value, or of the nearest one around it."""
        place: Place = START
        value: Branch | str | None = self.around
        for step in (_WHOLE, *split(pointer)):
            if not isinstance(value, Branch) or step not in value.places:
                break
            place, value = value.places[step], value.values.get(step)
        return place

    def written(self, pointer: str) -> str | None:
        """A scalar that is no string as it is spelled."""
        value: Branch | str | None = self.around
        for step in (_WHOLE, *split(pointer)):
            value = value.values.get(step) if isinstance(value, Branch) else None
        return value if isinstance(value, str) else None


class Recorder:
    """Notes the places of keys and values in the order in which they are come upon."""

    def __init__(self) -> None:
        self.positions = Positions()
        self._here = self.positions.around
        self._step = ""
        self._outer: list[tuple[Branch, str]] = []

    def key(self, text: str, place: Place) -> None:
        """The key of the next value."""
        places = self._here.places
        duplicates = self.positions.duplicates
        # One beyond the limit tells that there are more.
        if text in places and text != "<<" and len(duplicates) <= limits.DUPLICATE_KEYS:
            pointer = ""
            for _, step in self._outer[1:]:
                pointer = join(pointer, step)
            duplicates.append(DuplicateKey(join(pointer, text), places[text], place))
        places[text] = place
        self._step = text

    def element(self, place: Place) -> None:
        """A value that has no key."""
        self._step = str(len(self._here.places))
        self._here.places[self._step] = place

    def spelled(self, text: str) -> None:
        """The value is a scalar, and no string."""
        self._here.values[self._step] = text

    def open(self) -> None:
        """The value is a mapping or list, and begins."""
        inner = Branch()
        self._here.values[self._step] = inner
        self._outer.append((self._here, self._step))
        self._here = inner

    def close(self) -> None:
        """The mapping or list ends that was opened last."""
        self._here, self._step = self._outer.pop()


def json_positions(text: str) -> Positions:
    """The places in a JSON text that is well-formed."""
    recorder = Recorder()
    has_key = False
    for token, place in _json_tokens(text):
        if token[2]:
            recorder.key(_unquoted(token[1]), place)
            has_key = True
            continue
        if token[0] in "]}":
            recorder.close()
            continue
        if not has_key:
            recorder.element(place)
        has_key = False
        if token[0] in "[{":
            recorder.open()
        elif not token[1]:
            recorder.spelled(token[0])
    return recorder.positions


def json_literal_place(text: str, literal: str) -> Place:
    """Where a number or word first stands in a JSON text, or its key if it has one."""
    key: Place | None = None
    for token, place in _json_tokens(text):
        if token[0] == literal:
            return key or place
        key = place if token[2] else None
    return START


def json_depth_place(text: str, depth: int) -> Place:
    """Where a JSON text first has more than `depth` levels."""
    level = 0
    for token, place in _json_tokens(text):
        level += (token[0] in "[{") - (token[0] in "]}")
        if level > depth:
            return place
    return START


def _json_tokens(text: str) -> Iterator[tuple[re.Match[str], Place]]:
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    for found in _JSON_TOKEN.finditer(text):
        line = bisect_right(starts, found.start())
        yield found, (line, found.start() - starts[line - 1] + 1)


def _unquoted(string: str) -> str:
    text: str = json.loads(string) if "\\" in string else string[1:-1]
    return text
