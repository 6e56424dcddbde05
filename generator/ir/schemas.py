"""Types with a name of their own."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TypeAlias

from .types import ANYTHING, Json, Literal, Type


@dataclass(frozen=True, slots=True)
class Constraints:
    """Limits that a value keeps to; `None` where there is none."""

    minimum: int | float | None = None
    maximum: int | float | None = None
    exclusive_minimum: int | float | None = None
    exclusive_maximum: int | float | None = None
    multiple_of: int | float | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False
    min_properties: int | None = None
    max_properties: int | None = None
    key_max_length: int | None = None
    value_max_length: int | None = None
    key_patterns: tuple[str, ...] = ()
    """Of which keys the values are described; others may stand beside them."""
    format: str | None = None
    """A form of text that has no type of its own."""
    encoding: str | None = None
    """How bytes are written as text, where the type does not say it."""
    media_type: str | None = None
    """What a text or its bytes hold."""
    each: Constraints | None = None
    """The limits of a list's items, or of a map's values."""
    first: tuple[Constraints, ...] = ()
    """The limits of a list's first places, each of which has its own; `each` has the rest."""

    def merged(self, other: Constraints) -> Constraints:
        """The limits of both, these where they differ."""
        found: dict[str, Json | Constraints | tuple[Constraints, ...]] = {}
        for field_ in fields(Constraints):
            own = getattr(self, field_.name)
            found[field_.name] = (
                own if own != field_.default else getattr(other, field_.name)
            )
        return Constraints(**found)  # type: ignore[arg-type]

    @property
    def inner(self) -> Constraints:
        """`each`, but for a length that `value_max_length` says already."""
        each = self.each or UNLIMITED
        return each if self.value_max_length is None else replace(each, max_length=None)


UNLIMITED = Constraints()


@dataclass(frozen=True, slots=True)
class Default:
    """A default's value, wrapped so that a default of null differs from no default."""

    value: Json


@dataclass(frozen=True, slots=True)
class Source:
    """Where in the description a thing stands: file (below the root's folder) and JSON pointer."""

    file: str
    pointer: str


@dataclass(frozen=True, slots=True)
class Field:
    wire_name: str
    name: str
    type: Type
    required: bool
    doc: str = ""
    read_only: bool = False
    write_only: bool = False
    default: Default | None = None
    constraints: Constraints = UNLIMITED
    examples: tuple[Json, ...] = ()
    deprecated: bool = False
    source: Source | None = field(default=None, compare=False)
    """The property; of those that stand for one in several schemas, that which says most."""


@dataclass(frozen=True, slots=True)
class Model:
    """An object with named fields; `allOf` bases are merged in already.

    `extra` is the type of the properties beyond the fields: `None` where the
    description forbids them, `Any` where it says nothing.
    """

    name: str
    fields: tuple[Field, ...]
    source: Source
    extra: Type | None = ANYTHING
    doc: str = ""
    examples: tuple[Json, ...] = ()
    deprecated: bool = False
    parent: str | None = None
    """The named schema that an inline schema stands in; shares that one's module."""
    constraints: Constraints = UNLIMITED


@dataclass(frozen=True, slots=True)
class Alias:
    """A name for a type that is not an object with fields: a union, list, map or scalar."""

    name: str
    type: Type
    source: Source
    doc: str = ""
    constraints: Constraints = UNLIMITED
    examples: tuple[Json, ...] = ()
    deprecated: bool = False
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class EnumModel:
    """A named set of values."""

    name: str
    type: Literal
    source: Source
    doc: str = ""
    examples: tuple[Json, ...] = ()
    value_docs: tuple[tuple[str, str], ...] = ()
    deprecated: bool = False
    parent: str | None = None


Schema: TypeAlias = "Model | Alias | EnumModel"
