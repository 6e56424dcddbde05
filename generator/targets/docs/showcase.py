"""The operations of an API that show best what its SDK can do."""

from __future__ import annotations

import json
from collections import Counter
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
    SecurityScheme,
    Type,
    Union,
    meaning,
)
from ...names import words
from ...paths import placeholders
from .book import Book
from .credentials import schemes_for
from .pages import Place
from .snippets.answers import answer
from .snippets.calls import Given
from .snippets.source import flat

# With more arguments than these a first call looks like work.
_MOST_ARGUMENTS = 3

# So many have a short one among them.
_MOST_COMPARED = 100


@dataclass(frozen=True)
class Showcase:
    """Picks operations: if there is any, one that is not deprecated and asks for the
    credentials that most ask for.
    """

    book: Book

    @cached_property
    def places(self) -> tuple[Place, ...]:
        found = self.book.pages.places
        ordered = sorted(found, key=lambda place: not self._is_usual(place))
        return tuple(sorted(ordered, key=lambda place: place.operation.deprecated))

    @cached_property
    def plain(self) -> tuple[Place, ...]:
        """Operations with a single object as their answer, read as a whole."""
        return tuple(place for place in self.places if self._is_plain(place))

    @cached_property
    def first(self) -> Place | None:
        """What a newcomer would call first, knowing nothing of what there is.

        That is something that makes a thing with few words, or reads what there is.
        """
        usual = [place for place in self.places if self._is_usual(place)]
        usual.sort(key=lambda place: place.operation.path.count("/"))
        making = [place for place in usual if self._makes_simply(place)]
        kept = [place for place in making if self._is_collection(place)]
        reading = [place for place in usual if self._reads_at_once(place)]
        reading.sort(key=lambda place: not self._is_collection(place))
        return next(iter((*kept, *reading, *making)), self.lookup)

    @cached_property
    def lookup(self) -> Place | None:
        """Something that gets one thing."""
        return self._one(_gets) or next(iter((*self.plain, *self.places)), None)

    @cached_property
    def short(self) -> Place | None:
        """The plain operation whose example is the shortest."""
        return min(self.plain[:_MOST_COMPARED], key=self._length, default=None)

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

    @cached_property
    def _asked(self) -> dict[str, tuple[SecurityScheme, ...]]:
        """The credentials that operations ask for, by `Place.key`."""
        api, places = self.book.api, self.book.pages.places
        return {place.key: schemes_for(place.operation, api) for place in places}

    @cached_property
    def _usual(self) -> tuple[SecurityScheme, ...]:
        return Counter(self._asked.values()).most_common(1)[0][0]

    def _is_usual(self, place: Place) -> bool:
        return self._asked[place.key] == self._usual

    @cached_property
    def _placeholders(self) -> frozenset[str]:
        """The names that stand in paths for something that is there already."""
        return frozenset(
            name for place in self.places for name in placeholders(place.operation.path)
        )

    @cached_property
    def _collections(self) -> frozenset[str]:
        found = (each.operation for each in self.places)
        ways = (each.path.rpartition("/") for each in found if each.method == "GET")
        return frozenset(above for above, _, last in ways if last[:1] == "{")

    def _is_collection(self, place: Place) -> bool:
        """Whether things that the path leads to can be read one by one."""
        return place.operation.path.rstrip("/") in self._collections

    def _makes_simply(self, place: Place) -> bool:
        """Whether a call makes something with a few values that a person has at hand."""
        if not (_makes(place) and self._is_plain(place)):
            return False
        made = self.book.brief(place.operation)
        asked = (
            (p.wire_name, json) for p, json in made.parameters if p.constant is None
        )
        values = dict([*asked, *made.fields.items()])
        known = any(name in self._placeholders or _is_id(name) for name in values)
        plain = all(isinstance(json, str | int | float) for json in values.values())
        return 0 < len(values) <= _MOST_ARGUMENTS and plain and not known

    def _reads_at_once(self, place: Place) -> bool:
        """Whether a call reads something, with no argument at all."""
        operation = place.operation
        if operation.method != "GET" or operation.deprecated:
            return False
        is_told = operation.paging is not None or self._is_plain(place)
        if not (is_told or self._is_list(place)):
            return False
        needed = self.book.brief(operation).parameters
        return all(each.constant is not None for each, _ in needed)

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

    def _is_list(self, place: Place) -> bool:
        found = answer(place.operation)
        type_ = found.type if found else None
        schemas = self.book.api.schemas
        return type_ is not None and isinstance(meaning(type_, schemas), List)

    def _length(self, place: Place) -> int:
        """How much there is to read of the shortest call and its answer."""
        found = answer(place.operation)
        assert found is not None and found.content is not None, "it is plain"
        shown = json.dumps(self.book.examples.answer(found.content))
        return len(flat(self.book.brief_call(place))) + len(shown)

    def _has_file(self, place: Place) -> bool:
        return has_file(self.book.given[place.key])


def _uploads(place: Place) -> bool:
    body = place.operation.body
    if body is None:
        return False
    content = body.contents[0]
    types = (field.type for field in content.fields)
    return content.kind is BodyKind.BINARY or (
        content.kind is BodyKind.MULTIPART and any(is_file(each) for each in types)
    )


def has_file(given_: Given) -> bool:
    """Whether an example call hands over a file."""
    return any(_is_upload(value) for value in (*given_.fields.values(), *given_.whole))


def _is_upload(value: Json) -> bool:
    first = value[0] if isinstance(value, list) and value else value
    return isinstance(first, Upload)


def _makes(place: Place) -> bool:
    operation = place.operation
    return (
        operation.method == "POST"
        and operation.body is not None
        and operation.body.contents[0].kind in (BodyKind.JSON, BodyKind.FORM)
        and not operation.deprecated
        and not any(p.location is Location.PATH for p in operation.parameters)
    )


def _is_id(name: str) -> bool:
    return words(name)[-1:] in (("id",), ("Id",), ("ID",))


def _gets(place: Place) -> bool:
    operation = place.operation
    return operation.method == "GET" and any(
        parameter.location is Location.PATH for parameter in operation.parameters
    )


def is_file(type_: Type) -> bool:
    """Whether a value of the type can be a file."""
    match type_:
        case Binary():
            return True
        case Nullable(inner) | List(inner):
            return is_file(inner)
        case Union(variants):
            return any(is_file(one) for one in variants)
        case _:
            return False
