"""What a value can be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


class ScalarKind(Enum):
    """The single values that JSON text can stand for."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATETIME = "date-time"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    UUID = "uuid"
    DECIMAL = "decimal"
    BASE64 = "byte"


@dataclass(frozen=True, slots=True)
class Scalar:
    kind: ScalarKind


@dataclass(frozen=True, slots=True)
class Literal:
    """One of a few fixed values, in the description's order; also a `const`.

    `open` is whether a server may later answer with a value that is not listed.
    """

    values: tuple[str | int | float | bool | None, ...]
    open: bool = True


@dataclass(frozen=True, slots=True)
class List:
    item: Type


@dataclass(frozen=True, slots=True)
class Map:
    value: Type


@dataclass(frozen=True, slots=True)
class Tuple:
    """A list whose first places have types of their own; `rest` is `None` when it ends there."""

    items: tuple[Type, ...]
    rest: Type | None


@dataclass(frozen=True, slots=True)
class Ref:
    """A named schema: the key of `Api.schemas`."""

    name: str


@dataclass(frozen=True, slots=True)
class Nullable:
    """The type, or null. Never nested, and never around `Any`."""

    type: Type


Tag: TypeAlias = str | int | float | bool
"""What a discriminator's property holds: mostly text, but some APIs number their variants."""


@dataclass(frozen=True, slots=True)
class Discriminator:
    """The wire name of the property that tells the variants apart, and tag to variant."""

    wire_name: str
    mapping: tuple[tuple[Tag, Type], ...]
    default: Type | None = None


@dataclass(frozen=True, slots=True)
class Union:
    """One of several types; at least two, no duplicates, null never among them."""

    variants: tuple[Type, ...]
    discriminator: Discriminator | None = None


@dataclass(frozen=True, slots=True)
class Binary:
    """Raw bytes: a file in a multipart body, or a whole body."""


@dataclass(frozen=True, slots=True)
class Any:
    """Any JSON value."""


ANYTHING = Any()


@dataclass(frozen=True, slots=True)
class Never:
    """No value fits (`schema: false`)."""


Type: TypeAlias = (
    "Scalar | Literal | List | Map | Tuple | Ref | Nullable | Union | Binary | Any | Never"
)


def but_null(type_: Type) -> Type:
    """What a value is where it is not null."""
    return type_.type if isinstance(type_, Nullable) else type_
