"""What the events of a stream add up to.

Everything about an API is told by `Accumulation`: which events bring a whole thing,
which bring a change to one, and where in a change the text stands.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterator, Sequence
from functools import cache
from typing import Any, Final, NamedTuple, TypeVar, cast

from .decoding import validator, with_whole_characters
from .paths import dig
from .plans import Accumulation, Path, Slot
from .shelf import Shelf

T = TypeVar("T")

# The fields whose text a change replaces. All other text is a piece that goes to the end
# of what is there.
_WHOLE: Final = frozenset({"id", "index", "name", "object", "role", "type"})


class Accumulator:
    """Adds up the events of one stream.

    Not at once: most streams end with the finished thing, and nobody asks for it before.
    """

    def __init__(self, plan: Accumulation) -> None:
        self._tag = plan.tag
        self._texts, self._rules = _tables(plan)
        self._types = {slot.name: slot.type for slot in plan.slots}
        self._things: dict[str, dict[str, Any]] = {name: {} for name in self._types}
        self._waiting = Shelf()

    @property
    def names(self) -> Container[bytes] | None:
        """The names of the events to take into account; `None` where all of them are."""
        return None if self._tag else self._rules

    @property
    def keep(self) -> Callable[[bytes, bytes], bool]:
        """Takes an event into account; tells whether it is time to `add_up`."""
        return self._waiting.add

    def texts(self, name: bytes, data: bytes) -> Iterator[str]:
        """The pieces of text in an event."""
        if self._tag or name in self._texts:
            event = _parsed(with_whole_characters(data))
            path = self._texts.get(self._name(name, event))
            if path is not None:
                for piece in _walk(event, path):
                    if isinstance(piece, str) and piece:
                        yield piece

    def things(self, slot: Slot[T]) -> list[T]:
        """What there is of a kind, in order of appearance, as far as it has come."""
        return self._typed(slot.name)

    def partial(self) -> dict[str, list[Any]]:
        """What there is of every kind, by the names of the slots."""
        return {name: self._typed(name) for name in self._things}

    def _typed(self, slot: str) -> list[Any]:
        self.add_up()
        things = self._things[slot]
        if not things:
            return []
        validate = validator(self._types[slot]())
        return [validate(json.dumps(thing).encode()) for thing in things.values()]

    def _name(self, name: bytes, event: object) -> bytes:
        return str(dig(event, self._tag)).encode() if self._tag else name

    def add_up(self) -> None:
        """Apply the events that were kept, so that they need no space."""
        for name, data in self._waiting.take():
            event = _parsed(data)
            for slot, key_path, path in self._rules.get(self._name(name, event), ()):
                things = self._things[slot]
                key = str(dig(event, key_path)) if key_path else ""
                change = event if path is None else dig(event, path)
                if change.__class__ is not dict:
                    continue
                if path is None or key not in things:
                    things[key] = change
                else:
                    self._merge(things[key], change)

    def _merge(self, thing: dict[str, Any], change: dict[str, Any]) -> None:
        for name, value in change.items():
            old = thing.get(name)
            if old is None or value is None:
                # Null takes nothing away from what is there.
                thing[name] = value if old is None else old
                continue
            kind: object = value.__class__
            if kind is not old.__class__:
                thing[name] = value
            elif kind is dict:
                self._merge(old, value)
            elif kind is list:
                self._extend(old, value)
            elif kind is str and name not in _WHOLE:
                # `old` is left as the only reference: Python then lets the text grow
                # where it is, instead of copying all of it for every piece.
                thing[name] = None
                old += value
                thing[name] = old
            else:
                thing[name] = value

    def _extend(self, things: list[Any], changes: list[Any]) -> None:
        for change in changes:
            place = _place(things, change)
            if place is None:
                things.append(change)
            else:
                self._merge(things[place], change)


class _Rule(NamedTuple):
    """What an event does to the things of one kind; it replaces them without a path."""

    slot: str
    key: Path
    path: Path | None


@cache
def _tables(plan: Accumulation) -> tuple[dict[bytes, Path], dict[bytes, list[_Rule]]]:
    """Where events have text, and what they do, by their names."""
    texts = {name.encode(): path for name, path in plan.texts.items()}
    rules: dict[bytes, list[_Rule]] = {}
    for slot in plan.slots:
        whole = [(name, None) for name in slot.replace]
        for name, path in [*whole, *slot.merge.items()]:
            rule = _Rule(slot.name, slot.key, path)
            rules.setdefault(name.encode(), []).append(rule)
    return _with_unnamed(texts), _with_unnamed(rules)


def _with_unnamed(by_name: dict[bytes, T]) -> dict[bytes, T]:
    """The same table, which also knows that events without a name are messages."""
    if b"message" in by_name:
        return {**by_name, b"": by_name[b"message"]}
    return by_name


def _place(things: list[Any], change: Any) -> int | None:
    """Where in a list the object stands that has the same `index`."""
    index = change.get("index") if change.__class__ is dict else None
    if isinstance(index, int):
        for place, thing in enumerate(things):
            own = thing.get("index") if thing.__class__ is dict else ""
            # Whole things come without an index, and stand in their places.
            if own == index or (own is None and place == index):
                return place
    return None


def _parsed(data: bytes) -> Any:
    from pydantic_core import from_json

    try:
        return from_json(data)
    except ValueError:
        pass
    try:
        # With halves of characters, which the next change may make whole.
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _walk(value: object, path: Sequence[str]) -> Iterator[object]:
    if not path:
        yield value
    elif path[0] != "*":
        yield from _walk(dig(value, path[:1]), path[1:])
    elif isinstance(value, list):
        for item in cast("list[object]", value):
            yield from _walk(item, path[1:])
