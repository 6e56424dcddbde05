"""Events whose whole, name and data together, is what the API describes."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from .decoding import is_text, strict_validator, validator, variants, wire_type


class _Kind(NamedTuple):
    """What is known about the events of one name."""

    validate: Callable[[bytes], Any]
    head: bytes
    """The JSON up to the event's data."""

    text: bool
    """Whether the data is text, even where it looks like JSON."""

    named: bool
    """Whether an event of this kind has a place for its id."""


class Envelopes:
    """Makes events from their names and data, the class found by the name.

    The JSON of an event is put together as bytes and validated as it is, by the one
    class that stands for the name; there is no search through the union.
    """

    def __init__(self, type_: object, strict: bool) -> None:
        self._type = type_
        self._validator = strict_validator if strict else validator
        self._tag, self._variants = variants(type_)
        self._kinds: dict[bytes, _Kind] = {}

    def knows(self, name: bytes) -> bool:
        """Whether there is a class for the events of this name."""
        return _text(name) in self._variants

    def value(self, name: bytes, data: bytes, event_id: str | None) -> Any:
        """The event, its data taken as text where it is no JSON.

        Raises:
            pydantic.ValidationError: The event does not fit.
        """
        kind = self._kinds.get(name) or self._kind(name)
        tail = b"}"
        if kind.named and event_id:
            tail = b',"id":' + json.dumps(event_id).encode() + tail
        if kind.text:
            return kind.validate(kind.head + _quote(data) + tail)
        try:
            event = kind.validate(kind.head + data + tail)
        except ValueError:
            if _is_json(data):
                raise
        else:
            # Data such as `1,"event":"x"` is no JSON, though the whole would be.
            if not getattr(event, "__pydantic_extra__", None) or _is_json(data):
                return event
        return kind.validate(kind.head + _quote(data) + tail)

    def _kind(self, name: bytes) -> _Kind:
        text = _text(name)
        type_ = (
            self._variants.get(text, self._type) if self._tag == "event" else self._type
        )
        head = (
            b'{"data":'
            if not name and text not in self._variants
            else (b'{"event":' + json.dumps(text).encode() + b',"data":')
        )
        data = wire_type(type_, "data")
        kind = self._kinds[name] = _Kind(
            self._validator(type_),
            head,
            is_text(data),
            wire_type(type_, "id") is not None,
        )
        return kind


def _text(name: bytes) -> str:
    # An event without a name is a `message`.
    return name.decode("utf-8", "replace") or "message"


def _quote(data: bytes) -> bytes:
    return json.dumps(data.decode("utf-8", "replace")).encode()


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except ValueError:
        return False
    return True
