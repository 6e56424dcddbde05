"""What a call sends, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from .schemas import UNLIMITED, Constraints, Default, Field, Source
from .types import Json, Type


class Location(Enum):
    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"
    QUERYSTRING = "querystring"


class Style(Enum):
    SIMPLE = "simple"
    LABEL = "label"
    MATRIX = "matrix"
    FORM = "form"
    SPACE_DELIMITED = "spaceDelimited"
    PIPE_DELIMITED = "pipeDelimited"
    DEEP_OBJECT = "deepObject"
    COOKIE = "cookie"
    CONTENT = "content"
    """The value is serialised as `Parameter.media_type` (`content` instead of `schema`)."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """`constant` is the one value a required parameter can have: sent, never asked for."""

    wire_name: str
    name: str
    location: Location
    type: Type
    required: bool
    style: Style
    explode: bool
    allow_reserved: bool = False
    media_type: str | None = None
    constant: str | int | float | bool | None = None
    default: Default | None = None
    constraints: Constraints = UNLIMITED
    doc: str = ""
    examples: tuple[Json, ...] = ()
    deprecated: bool = False
    source: Source | None = field(default=None, compare=False)
    """`None` where only the path tells of it."""


class BodyKind(Enum):
    JSON = "json"
    FORM = "form"
    MULTIPART = "multipart"
    TEXT = "text"
    BINARY = "binary"
    JSON_LINES = "jsonl"


@dataclass(frozen=True, slots=True)
class PartEncoding:
    """How one property of a form or multipart body is written.

    `untyped` is one of which the description names no type: since 3.1 it is a file.
    """

    wire_name: str
    content_type: str | None = None
    style: Style | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    untyped: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """One media type of a body and the type of what it carries.

    `fields` are the properties that become keyword arguments of their own, named so as
    not to clash with the operation's parameters; empty where the whole body is one
    argument (`argument`: a list, a union, a scalar, a file). `further` is an argument for
    fields that have a type and no name: a map of them.
    """

    media_type: str
    kind: BodyKind
    type: Type
    fields: tuple[Field, ...] = ()
    argument: str = "body"
    further: Field | None = None
    encodings: tuple[PartEncoding, ...] = ()
    places: tuple[PartEncoding, ...] = ()
    """How parts without names are written, in their order, the last for all further."""
    examples: tuple[Example, ...] = ()
    constraints: Constraints = UNLIMITED
    doc: str = ""
    """What its schema says where that has no name."""
    deprecated: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """`contents[0]` is the media type that the SDK sends; the rest are offered beside it."""

    required: bool
    contents: tuple[Content, ...]
    doc: str = ""

    @property
    def needed(self) -> tuple[Field, ...]:
        """The fields without which a body that may be left out must not be sent."""
        if self.required:
            return ()
        return tuple(field for field in self.contents[0].fields if field.required)


class ResponseKind(Enum):
    NONE = "none"
    JSON = "json"
    TEXT = "text"
    BINARY = "binary"
    SSE = "sse"
    JSON_LINES = "jsonl"


@dataclass(frozen=True, slots=True)
class Example:
    name: str
    value: Json
    doc: str = ""
    source: Source | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Header:
    """`shared` holds for one that the description keeps under a key of its own."""

    wire_name: str
    type: Type
    doc: str = ""
    required: bool = False
    default: Default | None = None
    constraints: Constraints = UNLIMITED
    examples: tuple[Json, ...] = ()
    deprecated: bool = False
    shared: bool = False


@dataclass(frozen=True, slots=True)
class ResponseContent:
    """One media type of a response.

    `envelope` holds for event streams whose type describes the whole event (`event`,
    `data`, `id`) rather than the JSON in its `data` lines.
    """

    media_type: str
    kind: ResponseKind
    type: Type | None
    envelope: bool = False
    examples: tuple[Example, ...] = ()
    constraints: Constraints = UNLIMITED
    doc: str = ""
    """What its schema says where that has no name."""
    deprecated: bool = False


_PREFERENCE = (
    ResponseKind.JSON,
    ResponseKind.TEXT,
    ResponseKind.BINARY,
    ResponseKind.JSON_LINES,
    ResponseKind.SSE,
    ResponseKind.NONE,
)


@dataclass(frozen=True, slots=True)
class Response:
    """`status` is a code (`"200"`), a range (`"2XX"`) or `"default"`; empty contents: no body.

    `shared` holds for a response that the description keeps under a key of its own.
    """

    status: str
    contents: tuple[ResponseContent, ...]
    headers: tuple[Header, ...] = ()
    doc: str = ""
    shared: bool = False

    @property
    def content(self) -> ResponseContent | None:
        """The form that the SDK asks for; `None` where there is no body."""
        return min(
            self.contents,
            key=lambda content: _PREFERENCE.index(content.kind),
            default=None,
        )
