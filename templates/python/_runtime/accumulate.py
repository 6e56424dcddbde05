"""What the events of a stream add up to.

Everything about an API is told by `Accumulation`: which events bring a whole thing,
which bring a change to one, and where in a change the text stands.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar, cast

from .decoding import parse, validator
from .paths import dig

T = TypeVar("T")

_BATCH: Final = 64


@dataclass(frozen=True, slots=True, eq=False)
class Slot(Generic[T]):
    """One thing, or one kind of thing, that a stream builds up.

    Args:
        name: What it is called in `StreamError.partial`.
        type: The class of the finished thing, looked up when it is asked for.
        replace: The events whose data is the thing as it now stands.
        merge: The events that change it, with the path in their data to the change.
        key: The path in the data of all these events to what tells things of this kind
            apart; empty where there is only one.
    """

    name: str
    type: Callable[[], type[T]]
    replace: tuple[str, ...] = ()
    merge: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, Any])
    key: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Accumulation:
    """How the events of a stream add up.

    Args:
        slots: What is built up.
        texts: The events that carry text, with the path in their data to its pieces;
            `*` stands for every item of a list.
        tag: The path in an event's data to its name, for streams that do not name
            events on their `event` lines; events without a name are called `message`.
        whole: The fields whose text a change replaces. All other text in a change is a
            piece that goes to the end of what is there.
    """

    slots: tuple[Slot[Any], ...]
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, Any])
    tag: tuple[str, ...] = ()
    whole: frozenset[str] = frozenset({"id", "index", "name", "object", "role", "type"})


class Accumulator:
    """Adds up the events of one stream.

    Events are kept as they came until there are enough of them, or somebody asks.
    """

    def __init__(self, plan: Accumulation) -> None:
        self._plan = plan
        self._things: dict[str, dict[Any, Any]] = {slot.name: {} for slot in plan.slots}
        names = {n for slot in plan.slots for n in (*slot.replace, *slot.merge)}
        # Without names on their `event` lines, all events are looked at.
        self._names = None if plan.tag else {name.encode() for name in names}
        self._pending: list[tuple[bytes, bytes]] = []

    def add(self, name: bytes, data: bytes) -> None:
        """Take note of an event."""
        if self._names is None or name in self._names:
            self._pending.append((name, data))
            if len(self._pending) == _BATCH:
                self._fold()

    def things(self, slot: Slot[T]) -> list[T]:
        """What there is of this kind, in order of appearance, as far as it has come."""
        self._fold()
        validate = validator(slot.type())
        return [
            validate(json.dumps(thing).encode())
            for thing in self._things[slot.name].values()
        ]

    def partial(self) -> dict[str, list[Any]]:
        """What there is of every kind, by the names of the slots."""
        return {slot.name: self.things(slot) for slot in self._plan.slots}

    def texts(self, name: bytes, data: bytes) -> Iterator[str]:
        """The pieces of text in an event."""
        if self._plan.tag:
            event = parse(data)
            path = self._plan.texts.get(self._name(name, event))
        else:
            path = self._plan.texts.get(name.decode() or "message")
            event = None if path is None else parse(data)
        if path is not None:
            for piece in _walk(event, path):
                if isinstance(piece, str) and piece:
                    yield piece

    def _fold(self) -> None:
        for name_bytes, data in self._pending:
            event = parse(data)
            name = self._name(name_bytes, event)
            for slot in self._plan.slots:
                things = self._things[slot.name]
                key = dig(event, slot.key) if slot.key else None
                if name in slot.replace:
                    things[key] = event
                elif (path := slot.merge.get(name)) is not None:
                    things[key] = self._merged(things.get(key), dig(event, path), "")
        self._pending.clear()

    def _name(self, name: bytes, event: object) -> str:
        if self._plan.tag:
            return str(dig(event, self._plan.tag))
        return name.decode("utf-8", "replace") or "message"

    def _merged(self, thing: Any, change: Any, name: str) -> Any:
        """A thing after a change; null changes nothing."""
        if change is None:
            return thing
        if isinstance(thing, dict) and isinstance(change, dict):
            fields = cast("dict[str, object]", thing)
            for key, value in cast("dict[str, object]", change).items():
                fields[key] = self._merged(fields.get(key), value, key)
            return fields
        if isinstance(thing, list) and isinstance(change, list):
            items = cast("list[object]", thing)
            for item in cast("list[object]", change):
                place = _place(items, item)
                if place is None:
                    items.append(item)
                else:
                    items[place] = self._merged(items[place], item, "")
            return items
        if isinstance(thing, str) and isinstance(change, str):
            return change if name in self._plan.whole else thing + change
        return change


def _place(things: list[object], change: object) -> int | None:
    """Where in a list the item stands that has the same `index`."""
    index = dig(change, ("index",))
    if not isinstance(index, int):
        return None
    for place, thing in enumerate(things):
        own = dig(thing, ("index",))
        # Whole things come without an index, and stand in their places.
        if own == index or (own is None and place == index):
            return place
    return None


def _walk(value: object, path: Sequence[str]) -> Iterator[object]:
    if not path:
        yield value
    elif path[0] != "*":
        yield from _walk(dig(value, path[:1]), path[1:])
    elif isinstance(value, list):
        for item in cast("list[object]", value):
            yield from _walk(item, path[1:])
