"""YAML text to plain data.

Built from libyaml's events, because PyYAML's own composer follows YAML 1.1 (`off` is
false, `12:30` is 750), refuses a redefined anchor and loses duplicate keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import yaml
from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    StreamEndEvent,
)
from yaml.reader import ReaderError

from ..pointers import Json
from . import limits
from .faults import START, TooDeep, Unreadable
from .positions import Positions, Recorder
from .yaml_scalars import CORE, place_of, plain_value, tagged_value, wrong_tag

# pip builds PyYAML without libyaml where there is neither a wheel nor a compiler, as for
# a Python that is new. Python's own parser gives the same events ten times as slowly.
_Loader: Final[type[yaml.CSafeLoader | yaml.SafeLoader]] = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)
_MERGE: Final = object()
_SURROGATES = re.compile(
    r"(?<!\\)((?:\\\\)*)"
    r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
)


@dataclass(frozen=True, slots=True)
class Yaml:
    """What a text holds and where, and whether some of it stands for more than one value."""

    text: str
    data: Json
    positions: Positions
    has_aliases: bool


@dataclass(frozen=True, slots=True)
class _Anchored:
    """What an anchor names. `text` is a scalar as written, for an alias that is a key."""

    value: Json
    text: str | None
    size: int
    height: int


@dataclass(slots=True)
class _Frame:
    """What was going on around a container that is still open."""

    around: dict[str, Json] | list[Json]
    anchor: str | None
    count: int
    deepest: int


def parse_yaml(text: str) -> Yaml:
    """The data in a YAML text; aliases share what they stand for.

    Raises:
        Unreadable: The text is not YAML, has several documents or unknown tags, or goes
            beyond the limits.
    """
    try:
        return _built(text)
    except MarkedYAMLError as error:
        raise _syntax_error(error, text) from None
    except ReaderError as error:
        raise Unreadable(
            # libyaml counts the bytes of what it is given as UTF-8.
            (text.encode()[: error.position].count(b"\n") + 1, 1),
            "a control character stands here, which YAML forbids",
            "remove it, or write it as an escape in double quotes",
        ) from None


def _built(text: str) -> Yaml:
    try:
        return _Builder(text).build()
    except MarkedYAMLError as error:
        if "invalid Unicode character escape" not in str(error.problem):
            raise
    # JavaScript writes an emoji as two escapes, as JSON wants it.
    return _Builder(_with_pairs(text)).build()


def _with_pairs(text: str) -> str:
    """The text with each pair of escapes in double quotes as one; elsewhere they are text.

    Raises:
        MarkedYAMLError: It is not YAML for another reason.
    """
    # Escapes of the same length that YAML allows, to find out where the quotes are.
    allowed = _SURROGATES.sub(r"\1\\ufffd\\ufffd", text)
    parts: list[str] = []
    end = 0
    for event in yaml.parse(allowed, _Loader):
        if not isinstance(event, ScalarEvent) or event.style != '"':
            continue
        if event.start_mark is not None and event.end_mark is not None:
            start, stop = event.start_mark.index, event.end_mark.index
            quoted = _SURROGATES.sub(_join_surrogates, text[start:stop])
            parts += [text[end:start], quoted]
            end = stop
    return "".join([*parts, text[end:]])


def _join_surrogates(pair: re.Match[str]) -> str:
    high, low = int(pair[2], 16), int(pair[3], 16)
    joined = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)
    return f"{pair[1]}\\U{joined:08x}"


def _syntax_error(error: MarkedYAMLError, text: str) -> Unreadable:
    mark = error.problem_mark or error.context_mark
    place = (mark.line + 1, mark.column + 1) if mark is not None else START
    line = "".join(text.splitlines()[place[0] - 1 : place[0]])
    if "\t" in line[: place[1]] and not line[: place[1] - 1].strip():
        return Unreadable(
            place, "a tab indents this line, which YAML forbids", "use spaces"
        )
    fact = ", ".join(str(part) for part in (error.problem, error.context) if part)
    return Unreadable(
        place, f"not valid YAML: {fact}", "correct the syntax here or just before"
    )


class _Builder:
    """One pass over the events, with a stack of its own: no nesting can exhaust Python's."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._frames: list[_Frame] = []
        self._places = Recorder()
        self._anchors: dict[str, _Anchored | None] = {}
        self._merges: dict[int, list[Json]] = {}
        self._top: list[Json] = []
        self._here: dict[str, Json] | list[Json] = self._top
        self._key: str | object | None = None
        self._count = 0
        self._aliased = 0
        self._deepest = 0

    def build(self) -> Yaml:
        next_event = _Loader(self._text).get_event
        plain: dict[str, Json] = {}
        documents = 0
        while not isinstance(event := next_event(), StreamEndEvent):
            if isinstance(event, ScalarEvent):
                text = event.value
                if self._key is None and isinstance(self._here, dict):
                    self._begin_pair(event)
                    continue
                self._count += 1
                self._begin_value(event)
                if event.tag is not None:
                    value = tagged_value(text, event.tag, event)
                elif not event.implicit[0]:
                    value = text
                elif text in plain:
                    value = plain[text]
                else:
                    value = plain[text] = plain_value(text, event)
                if event.implicit[0] and not isinstance(value, str):
                    self._places.spelled(text)
                if event.anchor is not None:
                    self._anchors[event.anchor] = _Anchored(value, text, 1, 0)
                if self._key is _MERGE:
                    _refuse_merge(value, event)
                self._put(value)
            elif isinstance(event, CollectionStartEvent):
                self._open(event)
            elif isinstance(event, CollectionEndEvent):
                self._close()
            elif isinstance(event, AliasEvent):
                self._alias(event)
            elif isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise Unreadable(
                        place_of(event),
                        "a second YAML document begins in this file",
                        "keep one description in a file",
                    )
        data = self._top[0] if self._top else None
        return Yaml(self._text, data, self._places.positions, self._aliased > 0)

    def _begin_pair(self, event: ScalarEvent) -> None:
        # Whatever a key would be read as elsewhere, `200:` and `on:` are names here.
        text = event.value
        if event.tag is not None:
            tagged_value(text, event.tag, event)
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(text, text, 1, 0)
        self._places.key(text, place_of(event))
        self._key = _MERGE if text == "<<" and event.implicit[0] else text

    def _begin_value(self, event: Event) -> None:
        if isinstance(self._here, list):
            self._places.element(place_of(event))

    def _put(self, value: Json) -> None:
        here, key = self._here, self._key
        if isinstance(here, list):
            here.append(value)
            return
        if isinstance(key, str):
            here[key] = value
        else:
            self._merges.setdefault(id(here), []).append(value)
        self._key = None

    def _open(self, event: CollectionStartEvent) -> None:
        if self._key is None and isinstance(self._here, dict):
            raise Unreadable(
                place_of(event),
                "a mapping or a list stands here as a key",
                "use a string as the key; quote it where it begins with { or [",
            )
        container: dict[str, Json] | list[Json]
        if isinstance(event, MappingStartEvent):
            kind, container = "map", {}
        else:
            kind, container = "seq", []
        if event.tag not in (None, "!", CORE + kind):
            raise wrong_tag(str(event.tag), event)
        self._begin_value(event)
        self._places.open()
        self._put(container)
        self._frames.append(
            _Frame(self._here, event.anchor, self._count, self._deepest)
        )
        depth = len(self._frames)
        if depth > limits.DEPTH:
            raise TooDeep(place_of(event))
        self._count += 1
        if event.anchor is not None:
            self._anchors[event.anchor] = None
            self._deepest = depth
        elif depth > self._deepest:
            self._deepest = depth
        self._here = container
        self._key = None

    def _close(self) -> None:
        container = self._here
        depth = len(self._frames)
        frame = self._frames.pop()
        self._here = frame.around
        self._places.close()
        if isinstance(container, dict) and id(container) in self._merges:
            _merge(container, self._merges.pop(id(container)))
        if frame.anchor is not None:
            size = self._count - frame.count
            height = self._deepest - depth + 1
            self._anchors[frame.anchor] = _Anchored(container, None, size, height)
            self._deepest = max(self._deepest, frame.deepest)

    def _alias(self, event: AliasEvent) -> None:
        name = str(event.anchor)
        anchored = self._anchors.get(name)
        if anchored is None:
            if name in self._anchors:
                fact, remedy = (
                    "stands inside the value that it names",
                    "use $ref for a recursion",
                )
            else:
                fact, remedy = "has no anchor before it", f"define &{name} above it"
            raise Unreadable(place_of(event), f"the alias *{name} {fact}", remedy)
        if self._key is None and isinstance(self._here, dict):
            if anchored.text is None:
                raise Unreadable(
                    place_of(event),
                    f"the alias *{name} stands for a mapping or a list, and here as a key",
                    "use a string as the key",
                )
            self._places.key(anchored.text, place_of(event))
            self._key = anchored.text
            return
        self._count += anchored.size
        self._aliased += anchored.size
        if self._aliased > limits.ALIASED_NODES:
            raise Unreadable(
                place_of(event),
                f"aliases stand for more than {limits.ALIASED_NODES:,} values",
                "write the description without aliases in aliases",
            )
        depth = len(self._frames) + anchored.height
        if depth > limits.DEPTH:
            raise TooDeep(place_of(event))
        self._deepest = max(self._deepest, depth)
        self._begin_value(event)
        if self._key is _MERGE:
            _refuse_merge(anchored.value, event)
        self._put(anchored.value)


def _refuse_merge(value: Json, event: Event) -> None:
    """Refuses what is no mapping, nor a list; left empty, `<<` merges nothing."""
    if not isinstance(value, dict | list | None):
        raise Unreadable(
            place_of(event),
            "<< merges mappings, and here stands a single value",
            "name a mapping there, or put the << in quotes if it is a key",
        )


def _merge(container: dict[str, Json], sources: Iterable[Json]) -> None:
    """Fills in what `<<` names; the mapping's own keys win, then the earlier source."""
    own = dict(container)
    container.clear()
    mappings = [
        mapping
        for source in sources
        for mapping in (source if isinstance(source, list) else [source])
        if isinstance(mapping, dict)
    ]
    for mapping in (*reversed(mappings), own):
        container.update(mapping)
