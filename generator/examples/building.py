"""Values built to fit a type where the description shows none.

Schemas may be recursive, and no value of a type may be finite at all. So every named
schema gets its example once, after those that it cannot do without; what is never
reached that way has none.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import assert_never

from ..ir import (
    Alias,
    Any,
    Binary,
    Constraints,
    Default,
    EnumModel,
    Field,
    Json,
    List,
    Literal,
    Map,
    Model,
    Never,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    Schema,
    Tag,
    Tuple,
    Type,
    Union,
)
from ..references import dependencies_first
from .fitting import NO_LIMITS, Fitter
from .library import Library, qualified
from .sizes import MOST_NODES, size_of
from .tidying import UPLOAD, Direction, belongs, tidy
from .values import others, scalar

_MOST_ITEMS = 20
_FEW = 3
_TEXT = Scalar(ScalarKind.STRING)
_MOST_HOPS = 100


class ImpossibleError(Exception):
    """No value can be built, or none yet: `args` are schemas that have no example so far."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is known about a value to be found, beside its type."""

    name: str = ""
    limits: Constraints = NO_LIMITS
    examples: tuple[Json, ...] = ()
    default: Default | None = None


@dataclass
class Builder:
    """Makes examples for one direction; `built` holds those of the named schemas."""

    schemas: Mapping[str, Schema]
    fitter: Fitter
    library: Library
    direction: Direction
    tags: Mapping[str, Mapping[str, tuple[Tag, ...]]]
    """By variant and property."""
    built: dict[str, Json] = field(default_factory=dict)

    def build_schemas(self) -> None:
        """Fills `built` with an example for every schema that a finite value fits."""
        waiting: dict[str, list[str]] = {}
        queue = deque(dependencies_first(self.schemas))
        while queue:
            name = queue.popleft()
            if name in self.built:
                continue
            try:
                value = self._schema(self.schemas[name])
            except ImpossibleError as error:
                for missing in error.args:
                    waiting.setdefault(missing, []).append(name)
                continue
            if size_of(value) <= MOST_NODES:
                self.built[name] = value
                queue.extendleft(reversed(waiting.pop(name, [])))

    def value(self, type_: Type, wanted: Wanted) -> Json:
        """A value for this type: shown by the description, else built.

        Raises:
            ImpossibleError: There is none.
        """
        for shown in self._shown(type_, wanted):
            if self.fitter.fits(shown, type_, wanted.limits):
                return tidy(shown, type_, self.fitter, self.direction)
        return self._build(type_, wanted)

    def full(self, model: Model) -> Json:
        """An object with all its fields, required or not, as far as there is room for them.

        Raises:
            ImpossibleError: A required field can have no value, or they are too large.
        """
        return self._object(model, every=True)

    def _shown(self, type_: Type, wanted: Wanted) -> Iterator[Json]:
        yield from wanted.examples
        if self._is_plain(type_):
            if wanted.default is not None and wanted.default.value not in (None, ""):
                yield wanted.default.value
            yield from self.library.names.get(wanted.name, ())

    def _is_plain(self, type_: Type) -> bool:
        """Whether values of the type are single and stand for themselves."""
        for _ in range(_MOST_HOPS):
            match type_:
                case Nullable(inner):
                    type_ = inner
                case Ref(name):
                    schema = self.schemas.get(name)
                    if not isinstance(schema, Alias | EnumModel):
                        return False
                    type_ = schema.type
                case Union(variants):
                    return all(
                        (
                            self._lists_texts(each)
                            if isinstance(each, Ref)
                            else self._is_plain(each)
                        )
                        for each in variants
                    )
                case _:
                    return isinstance(type_, Scalar | Literal)
        return False

    def _schema(self, schema: Schema) -> Json:
        if schema.name in self.library.schemas:
            shown = self.library.schemas[schema.name]
            return tidy(shown, Ref(schema.name), self.fitter, self.direction)
        match schema:
            case Model():
                return self._object(schema, every=False)
            case Alias():
                wanted = Wanted(schema.name, schema.constraints)
                return self.value(schema.type, wanted)
            case EnumModel():
                return self._build(schema.type, Wanted(schema.name))
            case _:
                assert_never(schema)

    def _object(self, model: Model, *, every: bool) -> Json:
        fields = [each for each in model.fields if belongs(each, self.direction)]
        required = {
            each.wire_name: self._field(each, model.name)
            for each in fields
            if each.required
        }
        room = MOST_NODES - size_of(required)
        if room < 0:
            raise ImpossibleError
        found: dict[str, Json] = {}
        optional = 0
        for each in fields:
            if each.required:
                found[each.wire_name] = required[each.wire_name]
            elif every or (
                not required and optional < _FEW and self._is_plain(each.type)
            ):
                try:
                    value = self._field(each, model.name)
                except ImpossibleError:
                    continue
                size = size_of(value)
                if size <= room:
                    found[each.wire_name] = value
                    room -= size
                    optional += 1
        return found

    def _field(self, each: Field, owner: str) -> Json:
        for tag in self.tags.get(owner, {}).get(each.wire_name, ()):
            if self.fitter.fits(tag, each.type, each.constraints):
                return tag
        name = qualified(each.wire_name, owner)
        return self.value(
            each.type, Wanted(name, each.constraints, each.examples, each.default)
        )

    def _build(self, type_: Type, wanted: Wanted) -> Json:
        match type_:
            case Scalar(kind):
                found = scalar(kind, wanted.name, wanted.limits)
                if found is None:
                    raise ImpossibleError
                return found
            case Literal(values):
                return next((value for value in values if value is not None), None)
            case Ref(name):
                if name not in self.built:
                    raise ImpossibleError(name)
                return self.built[name]
            case Nullable(inner):
                return self._nullable(inner, wanted)
            case List(item):
                return self._list(item, wanted)
            case Tuple(items):
                own = wanted.limits.first or (NO_LIMITS,) * len(items)
                return [
                    self.value(item, Wanted(wanted.name, each))
                    for item, each in zip(items, own, strict=False)
                ]
            case Map(item):
                return self._map(item, wanted)
            case Union():
                return self._union(type_, wanted)
            case Binary():
                return UPLOAD
            case Any():
                return {}
            case Never():
                raise ImpossibleError
            case _:
                assert_never(type_)

    def _nullable(self, inner: Type, wanted: Wanted) -> Json:
        try:
            return self.value(inner, wanted)
        except ImpossibleError:
            return None

    def _list(self, item: Type, wanted: Wanted) -> Json:
        limits = wanted.limits
        least, most = limits.min_items or 0, limits.max_items
        each = limits.each or NO_LIMITS
        if most == 0:
            return []
        if least > _MOST_ITEMS:
            raise ImpossibleError
        try:
            first = self.value(item, Wanted(wanted.name.removesuffix("s"), each))
        except ImpossibleError:
            if least:
                raise
            return []
        if least < 2:
            return [first]
        if limits.unique_items:
            return self._distinct(first, item, least, each)
        return _small([first] * least)

    def _distinct(self, first: Json, item: Type, count: int, each: Constraints) -> Json:
        """That many values for a list in which nothing stands twice."""
        found = [first]
        for other in others(first, item):
            if (
                len(found) < count
                and other not in found
                and self.fitter.fits(other, item, each)
            ):
                found.append(other)
        if len(found) < count:
            raise ImpossibleError
        return found

    def _map(self, item: Type, wanted: Wanted) -> Json:
        least = wanted.limits.min_properties or 0
        if wanted.limits.max_properties == 0:
            return {}
        if least > _MOST_ITEMS:
            raise ImpossibleError
        try:
            value = self.value(item, Wanted("value", wanted.limits.each or NO_LIMITS))
        except ImpossibleError:
            if least:
                raise
            return {}
        if least < 2:
            return {"key": value}
        return _small({f"key{number}": value for number in range(1, least + 1)})

    def _union(self, union: Union, wanted: Wanted) -> Json:
        tags: dict[int, tuple[str, Tag]] = {}
        variants = union.variants
        if union.discriminator is not None:
            wire_name, mapping = (
                union.discriminator.wire_name,
                union.discriminator.mapping,
            )
            tags = {index: (wire_name, tag) for index, (tag, _) in enumerate(mapping)}
            variants = tuple(variant for _, variant in mapping) or variants
        elif _TEXT in variants:
            # Where any text will do, those that are listed are what is meant.
            place = variants.index(_TEXT)
            listed = tuple(each for each in variants[place:] if self._lists_texts(each))
            rest = tuple(each for each in variants[place:] if each not in listed)
            variants = (*variants[:place], *listed, *rest)
        missing: list[str] = []
        for index, variant in enumerate(variants):
            try:
                value = self.value(variant, Wanted(wanted.name, wanted.limits))
            except ImpossibleError as error:
                missing.extend(error.args)
                continue
            return (
                self._tagged(value, variant, *tags[index]) if index in tags else value
            )
        raise ImpossibleError(*missing)

    def _lists_texts(self, type_: Type) -> bool:
        """Whether a type is one of a few texts, here or by name."""
        named = self.schemas.get(type_.name) if isinstance(type_, Ref) else None
        listed = named.type if isinstance(named, EnumModel) else type_
        if not isinstance(listed, Literal):
            return False
        return any(isinstance(value, str) for value in listed.values)

    def _tagged(self, value: Json, variant: Type, wire_name: str, tag: Tag) -> Json:
        if not isinstance(value, dict) or value.get(wire_name) == tag:
            return value
        # The schema of a variant need not say which tag it has.
        tagged: Json = {**value, wire_name: tag}
        return tagged if self.fitter.fits(tagged, variant) else value


def _small(value: Json) -> Json:
    """The value, which is of equal parts: each may be small, and all of them too large."""
    if size_of(value) > MOST_NODES:
        raise ImpossibleError
    return value
