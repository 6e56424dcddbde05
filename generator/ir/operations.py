"""What can be asked of an API, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
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


class BodyKind(Enum):
    JSON = "json"
    FORM = "form"
    MULTIPART = "multipart"
    TEXT = "text"
    BINARY = "binary"
    JSON_LINES = "jsonl"


@dataclass(frozen=True, slots=True)
class PartEncoding:
    """How one property of a form or multipart body is written."""

    wire_name: str
    content_type: str | None = None
    style: Style | None = None
    explode: bool | None = None
    allow_reserved: bool = False


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


@dataclass(frozen=True, slots=True)
class Header:
    wire_name: str
    type: Type
    doc: str = ""
    required: bool = False
    default: Default | None = None
    constraints: Constraints = UNLIMITED
    examples: tuple[Json, ...] = ()
    deprecated: bool = False


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


class PagingStyle(Enum):
    CURSOR = "cursor"
    OFFSET = "offset"
    PAGE = "page"
    LINK = "link"
    NEXT_URL = "next_url"


@dataclass(frozen=True, slots=True)
class Paging:
    """How the next page is asked for.

    `items` is the path of wire names to the list in a response, `next` the path to the
    cursor or URL; `next` may end in the items' last element (`("data", "-1", "id")`).
    `more` is the path to the flag that says whether there is a next page, `total` to
    the number of items there are in all. `parameter` and `size` are wire names of query
    (or body) parameters.
    """

    style: PagingStyle
    items: tuple[str, ...]
    item_type: Type
    parameter: str | None = None
    parameter_in_body: bool = False
    next: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    total: tuple[str, ...] = ()
    size: str | None = None


@dataclass(frozen=True, slots=True)
class Polling:
    """An operation (by id) to call until a field of its response has a terminal value.

    `arguments` pairs each path parameter's wire name of that operation with the path of
    wire names, in the started operation's response, that gives it. Times in seconds.
    """

    operation: str
    field: tuple[str, ...]
    terminal: tuple[str, ...]
    arguments: tuple[tuple[str, tuple[str, ...]], ...]
    interval: float = 1.0
    deadline: float = 600.0
    hint_header: str | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing that a stream builds up; with a `key`, one kind of thing.

    `replace` are the events whose data is the thing as it now stands, `merge` those that
    change it, with the path of wire names in their data to the change.
    """

    name: str
    type: Type
    replace: tuple[str, ...]
    merge: tuple[tuple[str, tuple[str, ...]], ...]
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Accumulation:
    """How a stream's events add up. `texts` are the events with pieces of text, by path."""

    name: str
    slots: tuple[Slot, ...]
    texts: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Streaming:
    """The streaming variant of an operation, a method called `name`.

    `flag` is the body field that the variant sends as `true`, `None` where the `Accept`
    header alone asks for the stream. `only` holds where the operation has no other form.
    """

    name: str
    content: ResponseContent
    flag: str | None
    only: bool
    done: str | None = None
    resumable: bool = False
    accumulation: Accumulation | None = None


@dataclass(frozen=True, slots=True)
class SecurityRequirement:
    """Schemes (by wire name) that are all needed, each with its scopes."""

    schemes: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class ServerVariable:
    name: str
    default: str
    values: tuple[str, ...] = ()
    doc: str = ""


@dataclass(frozen=True, slots=True)
class Server:
    """A URL template with `{variables}`; relative where the description says so."""

    url: str
    variables: tuple[ServerVariable, ...] = ()
    name: str = ""
    doc: str = ""


@dataclass(frozen=True, slots=True)
class Operation:
    """`path` keeps the `{braces}` of the description, by wire name.

    `security` and `servers` are `None` where the API's own hold; an empty `security`
    means that no credential is sent. An operation whose body has several media types of
    different kinds or schemas stands here once for each; `variant` tells them apart and is
    empty for the preferred one. `poll_name` is the method that waits until `polling` has settled.
    """

    id: str
    name: str
    method: str
    path: str
    source: Source
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    responses: tuple[Response, ...] = ()
    errors: tuple[Response, ...] = ()
    paging: Paging | None = None
    polling: Polling | None = None
    streaming: Streaming | None = None
    security: tuple[SecurityRequirement, ...] | None = None
    servers: tuple[Server, ...] | None = None
    summary: str = ""
    doc: str = ""
    deprecated: bool = False
    idempotency_header: str | None = None
    variant: str = ""
    poll_name: str = ""
    path_doc: str = ""
    """What the description says of all operations of the path, beyond what stands here."""


@dataclass(frozen=True, slots=True)
class Poller:
    """A `poll_…` method: reads `Polling.operation` until it is settled."""

    name: str
    polling: Polling


@dataclass(frozen=True, slots=True)
class Resource:
    """A group of operations: `name` is its attribute on the client or its parent resource."""

    name: str
    class_name: str
    operations: tuple[Operation, ...] = ()
    children: tuple[Resource, ...] = ()
    pollers: tuple[Poller, ...] = ()
    doc: str = ""
    title: str = ""
    summary: str = ""
    """A short name to show in place of the title."""
