"""Events as values: of their data alone, or of their names and data together."""

from __future__ import annotations

import json
from collections.abc import Callable
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args, get_origin

from .decoding import is_json, strict_validator, validator
from .model import complete, is_model_type
from .unions import members, variants

if TYPE_CHECKING:
    from .plans import Decoder


class Contents:
    """Makes values from the data of events; for streams whose data is what is described.

    `is_json` says that texts may come as JSON, in lines of it; a text elsewhere may look
    like one in quotes, and these are its own.
    """

    def __init__(self, type_: object, strict: bool, is_json: bool) -> None:
        self._type = type_
        self._validate = strict_validator(type_) if strict else validator(type_)
        self.is_text = _is_text(type_)
        """Whether the values are texts, whatever these look like."""

        self._is_nullable = _is_nullable(type_)
        self._is_json = is_json

    def knows(self, name: bytes) -> bool:
        """Whether the API describes the event that ends the stream: not where data is all."""
        return False

    def takes(self, name: bytes, text: bytes) -> bool:
        """Whether the API describes events of which this text may be the data."""
        return _fits(self._type, _quoted(text))

    def value(self, name: bytes, data: bytes, decoder: Decoder) -> Any:
        """The value, the data taken as text where it is no JSON or described as text.

        Raises:
            pydantic.ValidationError: The data does not fit.
        """
        is_null = self._is_nullable and data == b"null"
        if self._is_json or not self.is_text or is_null:
            try:
                return self._validate(data)
            except ValueError:
                if not self.is_text and is_json(data):
                    raise
        return self._validate(_quoted(data))


class _Kind(NamedTuple):
    """What there is to know about the events of one name."""

    validate: Callable[[bytes], Any]
    head: bytes
    """The JSON of such an event up to its data."""

    is_text: bool
    """Whether the data is text even where it looks like JSON."""

    is_nullable: bool
    """Whether that may be null all the same."""

    has_id: bool
    has_retry: bool
    has_number: bool
    """Whether the id is described as a number."""


class Envelopes:
    """Makes values from whole events; for streams whose events are what is described.

    The JSON of an event is put together as bytes, and validated by the one class that
    stands for its name: there is no search through the union.
    """

    is_text = False

    def __init__(self, type_: object, strict: bool) -> None:
        self._type = type_
        self._validator = strict_validator if strict else validator
        tag, members = variants(type_)
        self._members = members if tag == "event" else {}
        self._kinds: dict[bytes, _Kind] = {}

    def knows(self, name: bytes) -> bool:
        """Whether there is a class for the events of this name."""
        return _name(name) in self._members

    def takes(self, name: bytes, text: bytes) -> bool:
        """Whether the API describes events of this name of which the text may be the data."""
        kind = self._kinds.get(name) or self._kind(name)
        type_ = self._members.get(_name(name), self._type)
        return kind.is_text or _fits(type_, kind.head + _quoted(text) + b"}")

    def value(self, name: bytes, data: bytes, decoder: Decoder) -> Any:
        """The event, its data taken as text where it is no JSON.

        Raises:
            pydantic.ValidationError: The event does not fit.
        """
        kind = self._kinds.get(name) or self._kind(name)
        tail = b"}"
        if kind.has_id and decoder.last_event_id:
            tail = b',"id":' + _id(decoder.last_event_id, kind.has_number) + tail
        if kind.has_retry and decoder.event_retry is not None:
            tail = b',"retry":%d' % decoder.event_retry + tail
        if not kind.is_text or (kind.is_nullable and data == b"null"):
            try:
                event = kind.validate(kind.head + data + tail)
            except ValueError:
                if is_json(data):
                    raise
            else:
                # `{},"b":1` is no JSON, though it makes JSON of the whole.
                if not getattr(event, "__pydantic_extra__", None) or is_json(data):
                    return event
        return kind.validate(kind.head + _quoted(data) + tail)

    def _kind(self, name: bytes) -> _Kind:
        member = self._members.get(_name(name))
        type_ = self._type if member is None else member
        head = b'{"data":'
        if name or member is not None:
            head = b'{"event":' + _quoted(name or b"message") + b',"data":'
        fields = _fields(type_)
        id_ = fields.get("id")
        kind = _Kind(
            self._validator(type_),
            head,
            _is_text(fields.get("data")),
            _is_nullable(fields.get("data")),
            has_id="id" in fields,
            has_retry="retry" in fields and _fits(fields["retry"], b"1"),
            has_number=id_ is not None and not _fits(id_, b'"1"') and _fits(id_, b"1"),
        )
        # Names that nobody knows are not kept: there is no end to them.
        if member is not None:
            self._kinds[name] = kind
        return kind


def _name(name: bytes) -> str:
    # By the rules of event streams, an event without a name is a `message`.
    return name.decode("utf-8", "replace") or "message"


def _quoted(data: bytes) -> bytes:
    return json.dumps(data.decode("utf-8", "replace")).encode()


def _fits(type_: object, data: bytes) -> bool:
    try:
        strict_validator(type_)(data)
    except ValueError:
        return False
    return True


def _fields(type_: Any) -> dict[str, Any]:
    """The types of a model's fields by their wire names."""
    if not is_model_type(type_):
        return {}
    complete(type_)
    return {
        field.alias or name: field.annotation
        for name, field in type_.__pydantic_fields__.items()
    }


def _id(text: str, is_number: bool) -> bytes:
    # What is too long to be read as a number is none that anybody counts with.
    if is_number and text.isdecimal() and len(text) < 20:
        return b"%d" % int(text)
    return _quoted(text.encode())


def _is_text(type_: Any) -> bool:
    kinds = [each for each in members(type_) if each is not NoneType]
    return bool(kinds) and all(map(_is_one_text, kinds))


def _is_nullable(type_: Any) -> bool:
    return NoneType in members(type_)


def _is_one_text(type_: Any) -> bool:
    if get_origin(type_) is Literal:
        return all(isinstance(value, str) for value in get_args(type_))
    return type_ is str
