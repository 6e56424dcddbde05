"""The operations of an API that show best what its SDK can do."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from ...examples import Upload
from ...ir import (
    Binary,
    BodyKind,
    Json,
    List,
    Location,
    Model,
    Nullable,
    Ref,
    Type,
    Union,
)
from .answers import answer
from .book import Book
from .pages import Place


@dataclass(frozen=True)
class Showcase:
    """Picks operations; those that are deprecated only where there is no other."""

    book: Book

    @cached_property
    def places(self) -> tuple[Place, ...]:
        found = self.book.pages.places
        return tuple(sorted(found, key=lambda place: place.operation.deprecated))

    @cached_property
    def plain(self) -> tuple[Place, ...]:
        """Operations with a single object as their answer, read as a whole."""
        return tuple(place for place in self.places if self._is_plain(place))

    @cached_property
    def first(self) -> Place | None:
        """What a newcomer would call first: something that makes a thing."""
        return self._one(_makes) or self.lookup

    @cached_property
    def lookup(self) -> Place | None:
        """Something that gets one thing."""
        return self._one(_gets) or next(iter((*self.plain, *self.places)), None)

    @cached_property
    def short(self) -> Place | None:
        """The plain operation whose example answer is the shortest."""
        return min(self.plain[:100], key=self._length, default=None)

    @cached_property
    def paging(self) -> tuple[Place, ...]:
        return tuple(p for p in self.places if p.operation.paging is not None)

    @cached_property
    def streaming(self) -> tuple[Place, ...]:
        return tuple(p for p in self.places if p.operation.streaming is not None)

    @cached_property
    def polling(self) -> tuple[Place, ...]:
        known = self.book.pages.by_id
        return tuple(
            place
            for place in self.places
            if place.operation.polling is not None
            and place.operation.polling.operation in known
        )

    @cached_property
    def uploads(self) -> tuple[Place, ...]:
        """What takes files; first that whose example call has one."""
        found = (place for place in self.places if _uploads(place))
        return tuple(sorted(found, key=lambda place: not self._has_file(place)))

    def _one(self, wanted: Callable[[Place], bool]) -> Place | None:
        return next((place for place in self.plain if wanted(place)), None)

    def _is_plain(self, place: Place) -> bool:
        operation = place.operation
        only_streams = operation.streaming is not None and operation.streaming.only
        found = answer(operation)
        type_ = found.type if found else None
        is_model = isinstance(type_, Ref) and isinstance(
            self.book.api.schemas.get(type_.name), Model
        )
        return is_model and operation.paging is None and not only_streams

    def _length(self, place: Place) -> int:
        found = answer(place.operation)
        if found is None or found.content is None:
            return 0
        return len(json.dumps(self.book.examples.answer(found.content)))

    def _has_file(self, place: Place) -> bool:
        given = self.book.given[place.key]
        return any(
            _is_upload(value) for value in (*given.fields.values(), *given.whole)
        )


def _uploads(place: Place) -> bool:
    body = place.operation.body
    if body is None:
        return False
    content = body.contents[0]
    types = (field.type for field in content.fields)
    return content.kind is BodyKind.BINARY or (
        content.kind is BodyKind.MULTIPART and any(_is_file(each) for each in types)
    )


def _is_upload(value: Json) -> bool:
    first = value[0] if isinstance(value, list) and value else value
    return isinstance(first, Upload)


def _makes(place: Place) -> bool:
    operation = place.operation
    return (
        operation.method == "POST"
        and operation.body is not None
        and not any(p.location is Location.PATH for p in operation.parameters)
    )


def _gets(place: Place) -> bool:
    operation = place.operation
    return operation.method == "GET" and any(
        parameter.location is Location.PATH for parameter in operation.parameters
    )


def _is_file(type_: Type) -> bool:
    match type_:
        case Binary():
            return True
        case Nullable(inner) | List(inner):
            return _is_file(inner)
        case Union(variants):
            return any(_is_file(one) for one in variants)
        case _:
            return False
