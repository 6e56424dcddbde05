"""Values that fit a raw schema: its own examples, else made up from its keywords."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Final

from generator.examples import patterns

from .raw import Description, Place, leads_to
from .schemas import Schemas
from .shapes import Cut, Shape, expanded, shape_of, without
from .variants import Tagging, branches_of, taggings

_FORMATS: Final = {
    "date": "2026-01-02",
    "date-time": "2026-01-02T03:04:05Z",
    "time": "03:04:05Z",
    "duration": "PT5M",
    "email": "ada@example.com",
    "hostname": "example.com",
    "idn-email": "ada@example.com",
    "ip": "192.0.2.7",
    "ipv4": "192.0.2.7",
    "ipv6": "2001:db8::7",
    "uri": "https://example.com/a",
    "url": "https://example.com/a",
    "uri-reference": "https://example.com/a",
    "uuid": "0c36f8a2-5d0e-4a41-9d5c-6a1d2f4b7e90",
    "byte": base64.b64encode(b"bytes").decode(),
    "decimal": "1.5",
    "binary": "bytes of a file",
}
_SHALLOW: Final = 4
"""The depth below which an object has its required properties only."""

_DEEPEST: Final = 24
_MOST_BRANCHES: Final = 64
_BUDGET: Final = 400
"""How many values may be made before only required ones are."""


class NoSample(Exception):
    """No value was found that fits."""


class NoText(NoSample):
    """No value that fits has a text, so that nobody can send one."""


class Samples:
    """Samples for one direction: `request` or `response`."""

    def __init__(self, description: Description, direction: str) -> None:
        self._schemas = Schemas(description, direction)
        self._hidden = "readOnly" if direction == "request" else "writeOnly"
        self._left = 0
        self._tags: dict[str, Tagging] = {}
        for schema in description.schemas.values():
            for uri, tagging in taggings(schema, description.schemas).items():
                self._tags.setdefault(uri, tagging)

    def faults(self, schema: Place, value: object) -> list[str]:
        """What keeps a value from fitting."""
        return self._schemas.faults(schema, value)

    def fits(self, schema: Place, value: object) -> bool:
        return not self.faults(schema, value)

    def of(self, schema: Place, given: Iterable[Any] = (), *, full: bool = True) -> Any:
        """A value: one of those given, or made with every property or the required.

        Raises:
            NoSample: Nothing fits that was tried.
        """
        for value in self._candidates(schema, given, full=full):
            if self.fits(schema, value):
                return value
        raise NoSample(f"no value fits {schema.uri}")

    def each(self, schema: Place) -> Iterator[Any]:
        """A value for each branch of a union, or each of an enum's."""
        shape = shape_of([schema])
        if not shape.unions:
            yield from (v for v in shape.values or () if self.fits(schema, v))
            return
        union = shape.unions[0]
        beside = [without(place, union) for place in expanded([schema])]
        for branch in branches_of(union):
            self._left = _BUDGET
            try:
                value = self._make([*beside, branch], 1, full=True)
            except (NoSample, RecursionError):
                continue
            value = self._tagged(value, shape, branch)
            if self.fits(schema, value):
                yield value

    def _candidates(
        self, schema: Place, given: Iterable[Any], *, full: bool
    ) -> Iterator[Any]:
        yield from (value for value in given if value is not None)
        for whole in (True, False) if full else (False, True):
            self._left = _BUDGET
            try:
                yield self._make([schema], 0, full=whole)
            except (NoSample, RecursionError):
                continue
        yield from shape_of([schema]).examples

    def _make(self, places: list[Place], depth: int, *, full: bool) -> Any:
        self._left -= 1
        if depth > _DEEPEST:
            raise NoSample("required without end")
        shape = shape_of(places)
        if any(_is_null(place) for place in places):
            return None
        if shape.never:
            raise NoSample("nothing may stand here")
        if shape.unions:
            return self._chosen(places, shape, depth, full=full)
        if shape.values is not None:
            return _known(shape.values)
        for example in shape.examples:
            if not isinstance(example, dict | list) and example is not None:
                if all(self.fits(place, example) for place in places):
                    return example
        value = self._one(shape, depth, full=full)
        return self._called(value, places) if isinstance(value, dict) else value

    def _called(self, value: dict[str, Any], places: list[Place]) -> Any:
        """The value of a variant with the tag that it has wherever it stands."""
        uris = (place.follow().uri for place in expanded(places))
        tagging = next((self._tags[uri] for uri in uris if uri in self._tags), None)
        if tagging is None:
            return value
        tagged = tagging(value)
        whole = [place for place in places if not isinstance(place, Cut)]
        return tagged if all(self.fits(place, tagged) for place in whole) else value

    def _chosen(
        self, places: list[Place], shape: Shape, depth: int, *, full: bool
    ) -> Any:
        """The value of a union: of the first branch whose value fits all there is."""
        failed: Exception | None = None
        union = shape.unions[0]
        beside = [without(place, union) for place in expanded(places)]
        branches = branches_of(union)
        branches.sort(key=lambda branch: _means_null(branch.follow()))
        for branch in branches[:_MOST_BRANCHES]:
            try:
                value = self._make([*beside, branch], depth + 1, full=full)
            except NoSample as error:
                failed = error
                continue
            value = self._tagged(value, shape, branch)
            if all(self.fits(p, value) for p in places if not isinstance(p, Cut)):
                return value
        raise NoSample("no branch fits") from failed

    def _tagged(self, value: Any, shape: Shape, branch: Place) -> Any:
        """The value with what its union's discriminator calls the branch."""
        for discriminator in shape.discriminators:
            name = discriminator.plain("propertyName")
            if isinstance(value, dict) and isinstance(name, str):
                target = branch.follow().uri
                known = shape_of([branch]).properties.get(name, [])
                for tag, place in discriminator.items("mapping"):
                    if isinstance(place.value, str) and leads_to(place, target):
                        numbers = shape_of(known).types == ["integer"]
                        value = {**value, name: int(tag) if numbers else tag}
                        break
                else:
                    if shape_of(known).values is None:
                        value = {**value, name: target.rsplit("/", 1)[-1]}
        return value

    def _one(self, shape: Shape, depth: int, *, full: bool) -> Any:
        kinds = [kind for kind in shape.types or [] if kind != "null"]
        if shape.types and not kinds:
            return None
        kind = kinds[0] if kinds else _kind(shape)
        match kind:
            case "object":
                return self._object(shape, depth, full=full)
            case "array":
                return self._array(shape, depth, full=full)
            case "boolean":
                return True
            case "integer" | "number":
                return _number(shape.limits, kind)
            case "string":
                return _text(shape.limits)
            case _:
                return "anything"

    def _object(self, shape: Shape, depth: int, *, full: bool) -> dict[str, Any]:
        found: dict[str, Any] = {}
        whole = full and depth < _SHALLOW and self._left > 0
        for name, places in shape.properties.items():
            if any(_flag(place, self._hidden) for place in expanded(places)):
                continue
            try:
                if name in shape.required:
                    found[name] = self._make(places, depth + 1, full=full)
                elif whole:
                    found[name] = self._make(places, depth + 1, full=depth < 1)
            except NoSample:
                if name in shape.required:
                    raise
        self._add_extra(found, shape, depth, whole=whole)
        return found

    def _add_extra(
        self, found: dict[str, Any], shape: Shape, depth: int, *, whole: bool
    ) -> None:
        least = shape.limits.get("minProperties", 0)
        wanted = max(least - len(found), 0 if found else 1)
        schemas = [place for place in shape.extra if place.value is not True]
        for name in shape.required:
            if name not in found and name not in shape.properties:
                found[name] = self._make(schemas, depth + 1, full=False)
        for pattern, place in shape.patterns.items():
            key = patterns.sample(pattern)
            if key is not None and whole:
                found[key] = self._make([place], depth + 1, full=False)
        if any(place.value is False for place in shape.extra):
            return
        if schemas or least > len(found):
            for index in range(wanted):
                try:
                    key = self._key(shape, index, depth)
                    found[key] = self._make(schemas, depth + 1, full=False)
                except NoSample:
                    if least > index:
                        raise

    def _key(self, shape: Shape, index: int, depth: int) -> str:
        text = f"key{index or ''}"
        made = self._make(shape.keys, depth + 1, full=False) if shape.keys else text
        return made if isinstance(made, str) and made != "anything" else text

    def _array(self, shape: Shape, depth: int, *, full: bool) -> list[Any]:
        found = [
            self._make([place], depth + 1, full=full and depth < _SHALLOW)
            for place in shape.prefix
        ]
        least = int(shape.limits.get("minItems", 0))
        most = shape.limits.get("maxItems", 1_000)
        wanted = min(max(least, 1), most) - len(found)
        if any(place.value is False for place in shape.items):
            return found
        try:
            for index in range(wanted):
                item = self._make(shape.items, depth + 1, full=full)
                again = shape.limits.get("uniqueItems") and item in found
                found.append(_varied(item, index, shape) if again else item)
        except NoSample:
            if least:
                raise
        return found


def _known(values: list[Any]) -> Any:
    """One of the values that there are, null only where there is no other."""
    if not values:
        raise NoSample("no value is in all enums")
    return next((value for value in values if value is not None), None)


def _kind(shape: Shape) -> str:
    if shape.properties or shape.required or shape.extra or shape.patterns:
        return "object"
    if shape.items or shape.prefix:
        return "array"
    if {"format", "pattern", "minLength", "maxLength"} & shape.limits.keys():
        return "string"
    return "number" if {"minimum", "maximum"} & shape.limits.keys() else ""


def _number(limits: Mapping[str, Any], kind: str) -> float:
    low, high = limits.get("minimum"), limits.get("maximum")
    step = limits.get("multipleOf", 1)
    over = limits.get("exclusiveMinimum")
    if over is True:
        low = (low or 0) + step
    elif over is not None and over is not False:
        low = max(low or over + step, over + step)
    under = limits.get("exclusiveMaximum")
    if under is not None and not isinstance(under, bool):
        high = under - step
    value = 1 if low is None else low
    if high is not None and value > high:
        value = high
    if kind == "integer" or float(value).is_integer():
        value = int(value)
    if isinstance(step, int) and step > 1:
        value = -(-value // step) * step
    return value


def _text(limits: Mapping[str, Any]) -> str:
    least, most = int(limits.get("minLength", 0)), limits.get("maxLength")
    pattern = limits.get("pattern")
    if isinstance(pattern, str):
        made = patterns.sample(pattern, least, most)
        if made is not None:
            return made
    if limits.get("contentEncoding") == "base64":
        return _FORMATS["byte"]
    text = _FORMATS.get(str(limits.get("format")), "text")
    return text.ljust(least, "x")[: None if most is None else int(most)]


def _varied(item: Any, index: int, shape: Shape) -> Any:
    known = [v for place in shape.items for v in place.plain("enum", [])]
    if known:
        return next(islice(known, index, None), item)
    if isinstance(item, str):
        return str(int(item) + index) if item.isdecimal() else f"{item}{index}"
    return item + index if isinstance(item, int | float) else item


def _flag(place: Place, name: str) -> bool:
    return place.plain(name) is True


def _means_null(place: Place) -> bool:
    """Whether a branch is there for null, though an object may fit it by the letter."""
    if _is_null(place):
        return True
    said = {"type", "nullable", "title", "description", "example"}
    return _flag(place, "nullable") and place.value.keys() <= said


def _is_null(place: Place) -> bool:
    alone = place.value == {"nullable": True} and not isinstance(place, Cut)
    return bool(alone or place.plain("type") == "null" or place.plain("enum") == [None])
