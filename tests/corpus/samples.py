"""Values that fit a raw schema: its own examples, else made up from its keywords."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final

from generator.examples import patterns

from .raw import Description, Place
from .schemas import Schemas

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


@dataclass
class _Shape:
    """The keywords of all schemas that have to hold at once."""

    types: list[str] | None = None
    properties: dict[str, list[Place]] = field(default_factory=dict)
    required: dict[str, None] = field(default_factory=dict)
    values: list[Any] | None = None
    unions: list[Place] = field(default_factory=list)
    items: list[Place] = field(default_factory=list)
    prefix: list[Place] = field(default_factory=list)
    extra: list[Place] = field(default_factory=list)
    patterns: dict[str, Place] = field(default_factory=dict)
    keys: list[Place] = field(default_factory=list)
    discriminators: list[Place] = field(default_factory=list)
    limits: dict[str, Any] = field(default_factory=dict)
    examples: list[Any] = field(default_factory=list)
    never: bool = False


class Samples:
    """Samples for one direction: `request` or `response`."""

    def __init__(self, description: Description, direction: str) -> None:
        self._schemas = Schemas(description, direction)
        self._hidden = "readOnly" if direction == "request" else "writeOnly"
        self._left = 0

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
        yield from self._shape([schema]).examples

    def _make(self, places: list[Place], depth: int, *, full: bool) -> Any:
        self._left -= 1
        if depth > _DEEPEST:
            raise NoSample("required without end")
        shape = self._shape(places)
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
        return self._one(shape, depth, full=full)

    def _chosen(
        self, places: list[Place], shape: _Shape, depth: int, *, full: bool
    ) -> Any:
        """The value of a union: of the first branch whose value fits all there is."""
        failed: Exception | None = None
        union = shape.unions[0]
        beside = [_cut(place, union) for place in _expanded(places)]
        branches = [union[index] for index in range(len(union.value))]
        branches.sort(key=lambda branch: _is_null(branch.follow()))
        for branch in branches[:_MOST_BRANCHES]:
            try:
                value = self._make([*beside, branch], depth + 1, full=full)
            except NoSample as error:
                failed = error
                continue
            value = self._tagged(value, shape, branch)
            if all(self.fits(p, value) for p in places if not isinstance(p, _Cut)):
                return value
        raise NoSample("no branch fits") from failed

    def _tagged(self, value: Any, shape: _Shape, branch: Place) -> Any:
        """The value with what its union's discriminator calls the branch."""
        for discriminator in shape.discriminators:
            name = discriminator.plain("propertyName")
            if isinstance(value, dict) and isinstance(name, str):
                target = branch.follow().uri
                known = self._shape([branch]).properties.get(name, [])
                for tag, place in discriminator.items("mapping"):
                    if isinstance(place.value, str) and _leads_to(place, target):
                        numbers = self._shape(known).types == ["integer"]
                        value = {**value, name: int(tag) if numbers else tag}
                        break
                else:
                    if self._shape(known).values is None:
                        value = {**value, name: target.rsplit("/", 1)[-1]}
        return value

    def _shape(self, places: Iterable[Place]) -> _Shape:
        shape = _Shape()
        for place in _expanded(places):
            _add(shape, place)
        return shape

    def _one(self, shape: _Shape, depth: int, *, full: bool) -> Any:
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

    def _object(self, shape: _Shape, depth: int, *, full: bool) -> dict[str, Any]:
        found: dict[str, Any] = {}
        whole = full and depth < _SHALLOW and self._left > 0
        for name, places in shape.properties.items():
            if any(_flag(place, self._hidden) for place in _expanded(places)):
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
        self, found: dict[str, Any], shape: _Shape, depth: int, *, whole: bool
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

    def _key(self, shape: _Shape, index: int, depth: int) -> str:
        text = f"key{index or ''}"
        made = self._make(shape.keys, depth + 1, full=False) if shape.keys else text
        return made if isinstance(made, str) and made != "anything" else text

    def _array(self, shape: _Shape, depth: int, *, full: bool) -> list[Any]:
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


class _Cut(Place):
    """A schema without what it refers to, and without a union that was chosen from."""


def _cut(place: Place, union: Place) -> _Cut:
    value = place.value
    if isinstance(value, Mapping):
        value = {
            name: inner
            for name, inner in value.items()
            if name not in ("$ref", "allOf") and place[name].uri != union.uri
        }
    return _Cut(place.file, place.pointer, value)


def parts(schema: Place) -> list[Place]:
    """A schema with all that it consists of or may be."""
    found: dict[str, Place] = {}
    queue = [schema]
    while queue:
        place = queue.pop(0).follow()
        if place.uri not in found:
            found[place.uri] = place
            queue += [b for k in ("allOf", "oneOf", "anyOf") for b in place.each(k)]
    return list(found.values())


def is_file(schema: Place) -> bool:
    """Whether a schema stands for raw bytes where a media type lets it."""
    for place in parts(schema):
        encoded = place.plain("contentEncoding") is not None
        media_type = str(place.plain("contentMediaType", ""))
        if place.plain("format") == "binary":
            return True
        if not encoded and media_type.startswith(("image/", "application/octet")):
            return True
    return False


def _expanded(places: Iterable[Place]) -> list[Place]:
    """The schemas with all that they refer to and consist of."""
    found: list[Place] = []
    seen: set[str] = set()
    queue = list(places)
    while queue:
        place = queue.pop(0)
        if not isinstance(place, _Cut) and place.uri in seen:
            continue
        seen.add(place.uri)
        found.append(place)
        if place.ref is not None:
            try:
                queue.append(place.follow())
            except LookupError:
                continue
        queue.extend(place.each("allOf"))
    return found


def _add(shape: _Shape, place: Place) -> None:
    value = place.value
    if value is False:
        shape.never = True
    if not isinstance(value, Mapping):
        return
    kind = value.get("type")
    kinds = [kind] if isinstance(kind, str) else kind
    if isinstance(kinds, list):
        narrowed = [k for k in kinds if shape.types is None or _within(k, shape.types)]
        shape.types = narrowed or shape.types
    for name, inner in place.items("properties"):
        shape.properties.setdefault(name, []).append(inner)
    if isinstance(value.get("required"), list):
        shape.required.update(dict.fromkeys(value["required"]))
    values = [value["const"]] if "const" in value else value.get("enum")
    if isinstance(values, list):
        old = shape.values
        shape.values = values if old is None else [v for v in old if v in values]
    shape.unions += [place[k] for k in ("oneOf", "anyOf") if place.each(k)]
    shape.prefix += place.each("prefixItems")
    for name, target in (
        ("items", shape.items),
        ("additionalProperties", shape.extra),
        ("propertyNames", shape.keys),
    ):
        inner_ = place.get(name)
        if inner_ is not None:
            target.append(inner_)
    shape.patterns.update(place.items("patternProperties"))
    discriminator = place.get("discriminator")
    if discriminator is not None:
        shape.discriminators.append(discriminator)
    for name in ("example", "default"):
        if name in value:
            shape.examples.append(value[name])
    if isinstance(value.get("examples"), list):
        shape.examples += value["examples"]
    for name, limit in value.items():
        if name.startswith(("min", "max", "exclusive", "content")) or name in _LIMITS:
            shape.limits.setdefault(name, limit)


_LIMITS: Final = frozenset({"format", "pattern", "multipleOf", "uniqueItems"})


def _within(kind: str, kinds: list[str]) -> bool:
    return kind in kinds or (kind == "integer" and "number" in kinds)


def _known(values: list[Any]) -> Any:
    """One of the values that there are, null only where there is no other."""
    if not values:
        raise NoSample("no value is in all enums")
    return next((value for value in values if value is not None), None)


def _kind(shape: _Shape) -> str:
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


def _varied(item: Any, index: int, shape: _Shape) -> Any:
    known = [v for place in shape.items for v in place.plain("enum", [])]
    if known:
        return next(islice(known, index, None), item)
    if isinstance(item, str):
        return str(int(item) + index) if item.isdecimal() else f"{item}{index}"
    return item + index if isinstance(item, int | float) else item


def _flag(place: Place, name: str) -> bool:
    return place.plain(name) is True


def _is_null(place: Place) -> bool:
    return place.plain("type") == "null" or place.plain("enum") == [None]


def _leads_to(mapping: Place, uri: str) -> bool:
    """Whether a discriminator's mapping names the schema at this address."""
    name = str(mapping.value)
    if "/" not in name and "#" not in name:
        return uri.rsplit("/", 1)[-1] == name
    return uri.endswith(name.lstrip("."))
