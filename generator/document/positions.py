"""Where each value stands in its text; found only when a problem has to name the place."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from yaml import CSafeLoader
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    MappingStartEvent,
    ScalarEvent,
    StreamEndEvent,
)

from ..pointers import join, parent
from .faults import START, Place
from .yaml_scalars import place_of

_JSON_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},:]|[^\s\[\]{},:"]+', re.DOTALL)


@dataclass(frozen=True, slots=True)
class DuplicateKey:
    """A key that a mapping has more than once."""

    pointer: str
    first: Place
    again: Place


@dataclass(slots=True)
class Positions:
    """The places in one text: of its key where a value has one, else its own."""

    places: dict[str, Place] = field(default_factory=dict[str, Place])
    written: dict[str, str] = field(default_factory=dict[str, str])
    """Unquoted scalars as they are spelled."""
    duplicates: list[DuplicateKey] = field(default_factory=list[DuplicateKey])

    def of(self, pointer: str) -> Place:
        """The place of a value, or of the nearest one around it."""
        while pointer not in self.places:
            if not pointer:
                return START
            pointer = parent(pointer)
        return self.places[pointer]


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being passed through."""

    pointer: str
    keys: dict[str, Place] | None
    key: str | None = None
    index: int = 0


class _Recorder:
    """Turns a run of keys, values and brackets into pointers."""

    def __init__(self) -> None:
        self.positions = Positions()
        self._open: list[_Open] = []

    @property
    def expects_key(self) -> bool:
        return (
            bool(self._open)
            and self._open[-1].keys is not None
            and self._open[-1].key is None
        )

    def key(self, text: str, place: Place) -> None:
        here = self._open[-1]
        here.key = text
        pointer = join(here.pointer, text)
        self.positions.places[pointer] = place
        if here.keys is not None:
            if text in here.keys and text != "<<":
                self.positions.duplicates.append(
                    DuplicateKey(pointer, here.keys[text], place)
                )
            here.keys[text] = place

    def value(self, place: Place) -> str:
        """Notes that a value begins; returns its pointer."""
        if not self._open:
            self.positions.places[""] = place
            return ""
        here = self._open[-1]
        if here.keys is not None:
            pointer = join(here.pointer, here.key or "")
            here.key = None
        else:
            pointer = join(here.pointer, here.index)
            here.index += 1
            self.positions.places[pointer] = place
        return pointer

    def start(self, place: Place, *, is_mapping: bool) -> None:
        self._open.append(_Open(self.value(place), {} if is_mapping else None))

    def end(self) -> None:
        self._open.pop()


def yaml_positions(text: str) -> Positions:
    """The places in a YAML text."""
    recorder = _Recorder()
    next_event = CSafeLoader(text).get_event
    while not isinstance(event := next_event(), StreamEndEvent):
        if isinstance(event, CollectionEndEvent):
            recorder.end()
        elif isinstance(event, CollectionStartEvent):
            recorder.start(
                place_of(event), is_mapping=isinstance(event, MappingStartEvent)
            )
        elif isinstance(event, ScalarEvent | AliasEvent):
            if recorder.expects_key:
                recorder.key(
                    event.value if isinstance(event, ScalarEvent) else "",
                    place_of(event),
                )
                continue
            pointer = recorder.value(place_of(event))
            if isinstance(event, ScalarEvent) and event.implicit[0]:
                recorder.positions.written[pointer] = event.value
    return recorder.positions


def json_positions(text: str) -> Positions:
    """The places in a JSON text whose tokens are well-formed."""
    recorder = _Recorder()
    for token, place in _json_tokens(text):
        first = token[0]
        if first in "{[":
            recorder.start(place, is_mapping=first == "{")
        elif first in "}]":
            recorder.end()
        elif first in ",:":
            continue
        elif recorder.expects_key:
            recorder.key(json.loads(token), place)
        else:
            pointer = recorder.value(place)
            if first != '"':
                recorder.positions.written[pointer] = token
    return recorder.positions


def json_depth_place(text: str, depth: int) -> Place:
    """Where a JSON text first has more than `depth` levels."""
    level = 0
    for token, place in _json_tokens(text):
        level += (token in ("{", "[")) - (token in ("}", "]"))
        if level > depth:
            return place
    return START


def _json_tokens(text: str) -> Iterator[tuple[str, Place]]:
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    for found in _JSON_TOKEN.finditer(text):
        line = bisect_right(starts, found.start())
        yield found[0], (line, found.start() - starts[line - 1] + 1)
