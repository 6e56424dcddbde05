"""Whether a value is one that the description allows."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import TypeAlias, assert_never
from uuid import UUID

from ..ir import (
    Alias,
    Any,
    Binary,
    Constraints,
    EnumModel,
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
    Tuple,
    Type,
    Union,
)
from .patterns import matches

NO_LIMITS = Constraints()

_Plain: TypeAlias = Scalar | Literal | List | Tuple | Map | Binary | Any | Never
"""The types that are neither names nor choices between others."""

_DURATION = re.compile(r"-?P(?=.)(\d+[YMWD])*(T(\d+(\.\d+)?[HMS])+)?\Z")


@dataclass(frozen=True, slots=True)
class Fitter:
    """Judges values; `schemas` gives references their meaning."""

    schemas: Mapping[str, Schema]

    def fits(self, value: Json, type_: Type, limits: Constraints = NO_LIMITS) -> bool:
        """Whether the value has this type and keeps to these limits, at every depth."""
        return _Trial(self).fits(value, type_, limits)

    def variants(self, value: Json, union: Union) -> tuple[Type, ...]:
        """The variants that a value can be: the one with its tag, where there are tags."""
        discriminator = union.discriminator
        if discriminator is None or not isinstance(value, dict):
            return union.variants
        tag = as_tag(value.get(discriminator.wire_name))
        tagged = tuple(
            variant for key, variant in discriminator.mapping if as_tag(key) == tag
        )
        if tagged or discriminator.default is None:
            return tagged
        return (discriminator.default,)


@dataclass(frozen=True, slots=True)
class _Trial:
    """Judges one value with all that is in it.

    `known` remembers by identity what was found of its parts. Where all variants of a
    union have the same field, they would be tried again for each, at every depth.
    """

    fitter: Fitter
    known: dict[tuple[int, int, int], bool] = field(default_factory=dict)

    def fits(self, value: Json, type_: Type, limits: Constraints = NO_LIMITS) -> bool:
        passed: set[str] = set()
        pending = [(type_, limits)]
        while pending:
            type_, limits = pending.pop()
            match type_:
                case Nullable(inner):
                    if value is None:
                        return True
                    pending.append((inner, limits))
                case Union():
                    variants = reversed(self.fitter.variants(value, type_))
                    pending.extend((variant, limits) for variant in variants)
                case Ref(name):
                    # Names may go in circles: a second time, one says nothing new.
                    schema = self.fitter.schemas.get(name)
                    if schema is None or name in passed or not within(value, limits):
                        continue
                    passed.add(name)
                    match schema:
                        case Alias():
                            pending.append((schema.type, schema.constraints))
                        case EnumModel():
                            pending.append((schema.type, NO_LIMITS))
                        case Model():
                            if self._is(value, schema, NO_LIMITS):
                                return True
                        case _:
                            assert_never(schema)
                case _:
                    if self._is(value, type_, limits):
                        return True
        return False

    def _is(self, value: Json, type_: _Plain | Model, limits: Constraints) -> bool:
        if not isinstance(value, dict | list):
            return self._judged(value, type_, limits)
        key = id(value), id(type_), id(limits)
        if key not in self.known:
            self.known[key] = self._judged(value, type_, limits)
        return self.known[key]

    def _judged(self, value: Json, type_: _Plain | Model, limits: Constraints) -> bool:
        match type_:
            case Scalar(kind):
                return _is_scalar(value, kind) and within(value, limits)
            case Literal(values):
                return any(_same(value, allowed) for allowed in values)
            case List() | Tuple():
                return within(value, limits) and self._is_list(value, type_, limits)
            case Map(item):
                fits = isinstance(value, dict) and all(
                    self.fits(entry, item, limits.each or NO_LIMITS)
                    for entry in value.values()
                )
                return fits and within(value, limits)
            case Binary():
                return isinstance(value, str)
            case Any():
                return within(value, limits)
            case Never():
                return False
            case Model():
                return self._is_object(value, type_)
            case _:
                assert_never(type_)

    def _is_object(self, value: Json, model: Model) -> bool:
        if not isinstance(value, dict):
            return False
        known: set[str] = set()
        for each in model.fields:
            known.add(each.wire_name)
            if each.wire_name in value:
                if not self.fits(value[each.wire_name], each.type, each.constraints):
                    return False
            elif each.required and not (each.read_only or each.write_only):
                return False
        extra = [value[key] for key in value if key not in known]
        if model.extra is None:
            return not extra
        return all(self.fits(item, model.extra) for item in extra)

    def _is_list(self, value: Json, type_: List | Tuple, limits: Constraints) -> bool:
        if not isinstance(value, list):
            return False
        each = limits.each or NO_LIMITS
        if isinstance(type_, List):
            return all(self.fits(item, type_.item, each) for item in value)
        first, more = value[: len(type_.items)], value[len(type_.items) :]
        if type_.rest is None and more:
            return False
        own = limits.first or (NO_LIMITS,) * len(type_.items)
        places = zip(first, type_.items, own, strict=False)
        return all(self.fits(*place) for place in places) and all(
            self.fits(item, type_.rest, each) for item in more if type_.rest is not None
        )


def within(value: Json, limits: Constraints) -> bool:
    """Whether the value keeps to those of the limits that are meant for its kind."""
    if limits is NO_LIMITS:
        return True
    match value:
        case None | bool():
            return True
        case int() | float():
            return _number_within(value, limits)
        case str():
            return _length_within(
                len(value), limits.min_length, limits.max_length
            ) and (
                limits.pattern is None or matches(limits.pattern, value) is not False
            )
        case list():
            distinct = {repr(item) for item in value} if limits.unique_items else value
            return len(distinct) == len(value) and _length_within(
                len(value), limits.min_items, limits.max_items
            )
        case dict():
            return _object_within(value, limits)


def as_tag(value: Json) -> str | None:
    """A discriminator's value as text, since explicit mappings name numbers as texts."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, str | int | float) else None


def _object_within(value: dict[str, Json], limits: Constraints) -> bool:
    longest_key = max((len(key) for key in value), default=0)
    longest = max((len(v) for v in value.values() if isinstance(v, str)), default=0)
    return (
        _length_within(len(value), limits.min_properties, limits.max_properties)
        and _length_within(longest_key, None, limits.key_max_length)
        and _length_within(longest, None, limits.value_max_length)
    )


def _length_within(length: int, least: int | None, most: int | None) -> bool:
    return (least is None or length >= least) and (most is None or length <= most)


def _number_within(value: int | float, limits: Constraints) -> bool:
    checks = (
        limits.minimum is None or value >= limits.minimum,
        limits.maximum is None or value <= limits.maximum,
        limits.exclusive_minimum is None or value > limits.exclusive_minimum,
        limits.exclusive_maximum is None or value < limits.exclusive_maximum,
    )
    return all(checks) and is_multiple(value, limits.multiple_of)


def is_multiple(value: int | float, of: int | float | None) -> bool:
    """Whether a value is a multiple, calculated in decimals: 0.3 is one of 0.1."""
    if not of:
        return True
    try:
        return Decimal(str(value)) % Decimal(str(of)) == 0
    except (ArithmeticError, ValueError):
        return False


def _same(value: Json, allowed: str | int | float | bool | None) -> bool:
    # `True == 1` in Python, not in JSON.
    return isinstance(value, bool) is isinstance(allowed, bool) and value == allowed


def _is_scalar(value: Json, kind: ScalarKind) -> bool:
    match kind:
        case ScalarKind.STRING:
            return isinstance(value, str)
        case ScalarKind.BOOLEAN:
            return isinstance(value, bool)
        case ScalarKind.INTEGER:
            whole = isinstance(value, int) or (
                isinstance(value, float) and value.is_integer()
            )
            return whole and not isinstance(value, bool)
        case ScalarKind.NUMBER:
            return isinstance(value, int | float) and not isinstance(value, bool)
        case ScalarKind.DECIMAL:
            numeric = isinstance(value, str | int | float) and not isinstance(
                value, bool
            )
            return numeric and _parses(str(value), Decimal)
        case _:
            return isinstance(value, str) and _parses(value, _TEXTUAL[kind])


def _parses(text: str, parse: Callable[[str], object]) -> bool:
    try:
        parse(text)
    except (ValueError, InvalidOperation):
        return False
    return True


def _parse_datetime(text: str) -> dt.datetime:
    # A date alone is a date, and `fromisoformat` would take it.
    if len(text) < len("2026-01-31T12:00:00"):
        raise ValueError(text)
    return dt.datetime.fromisoformat(text)


def _parse_duration(text: str) -> str:
    if _DURATION.match(text) is None:
        raise ValueError(text)
    return text


def _decode(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError(text) from error


_TEXTUAL: dict[ScalarKind, Callable[[str], object]] = {
    ScalarKind.DATETIME: _parse_datetime,
    ScalarKind.DATE: dt.date.fromisoformat,
    ScalarKind.TIME: dt.time.fromisoformat,
    ScalarKind.DURATION: _parse_duration,
    ScalarKind.UUID: UUID,
    ScalarKind.BASE64: _decode,
}
