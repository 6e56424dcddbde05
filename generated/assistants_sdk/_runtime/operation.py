"""What the emitted code says about one operation; everything else follows from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, Generic, Literal, TypeAlias, TypeVar

if TYPE_CHECKING:
    from .plans import JsonLines, Sse
    from .servers import Server

T_co = TypeVar("T_co", covariant=True)

Kind: TypeAlias = Literal["json", "text", "bytes", "none"]
"""How a response's body is read: decoded JSON, text, raw bytes, or not at all."""

BodyKind: TypeAlias = Literal["json", "form", "multipart", "text", "bytes", "jsonl"]
"""How a request's body is written."""

Location: TypeAlias = Literal["path", "query", "querystring", "header", "cookie"]
"""Where a parameter goes; a `querystring` is the whole query."""

Style: TypeAlias = Literal[
    "simple",
    "label",
    "matrix",
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
    "cookie",
]
"""How a list or an object is written into a parameter, by OpenAPI's names."""

Returns: TypeAlias = Callable[[], object]
"""The type of a body, looked up late so that its module is imported on first use."""

_NOTHING: Final[Mapping[str, str]] = {}


class Param:
    """How a parameter is written that is not a single value, written as usual.

    Without a `Param` a list or an object is refused. The defaults are `simple` in the
    path and in headers and `form` in the query and in cookies; `form` explodes, the
    others do not. A parameter with a `media_type` is written as one text of that type,
    whatever its style. With `date` its values are dates, which times are as well to
    Python: they are written without the time of day.
    """

    __slots__ = (
        "allow_reserved",
        "date",
        "explode",
        "location",
        "media_type",
        "name",
        "style",
    )

    def __init__(
        self,
        location: Location,
        name: str,
        *,
        style: Style | None = None,
        explode: bool | None = None,
        allow_reserved: bool = False,
        media_type: str | None = None,
        date: bool = False,
    ) -> None:
        if style is None:
            style = "form" if location in ("query", "cookie") else "simple"
        self.location: Location = location
        self.name = name
        self.style: Style = style
        self.explode = (
            style in ("form", "deepObject", "cookie") if explode is None else explode
        )
        self.allow_reserved = allow_reserved
        self.media_type = media_type
        self.date = date


class Part:
    """How one field of a form or multipart body is written.

    In a multipart body `content_type` is the part's own. `style`, `explode` and
    `allow_reserved` say how lists and objects become text; without them a list repeats
    the field, and an object is written as JSON. Bytes are a file; with `base64` they are
    the text that they are in JSON. With `file` the field is nothing but a file or a list
    of them; an `optional` one may also be null, which leaves it out.
    """

    __slots__ = (
        "allow_reserved",
        "base64",
        "content_type",
        "explode",
        "file",
        "optional",
        "style",
    )

    def __init__(
        self,
        *,
        content_type: str | None = None,
        style: Style | None = None,
        explode: bool | None = None,
        allow_reserved: bool = False,
        base64: bool = False,
        file: bool = False,
        optional: bool = False,
    ) -> None:
        self.content_type = content_type
        self.style: Style | None = style
        self.explode = explode
        self.allow_reserved = allow_reserved
        self.base64 = base64
        self.file = file
        self.optional = optional


class Body:
    """How a request's body is written.

    `needs` names the fields that go with all others, where the body may be left out.
    `parts` has the fields of a form or multipart body that are not written as usual;
    `places` does so for parts without names, by their order, the last for all further.
    `others` are the media types that a file may have instead. `dates` names the fields
    that are dates, which are written without the time of day.
    """

    __slots__ = (
        "dates",
        "kind",
        "media_type",
        "needs",
        "others",
        "parts",
        "places",
        "required",
    )

    def __init__(
        self,
        media_type: str,
        kind: BodyKind = "json",
        *,
        required: bool = True,
        needs: tuple[str, ...] = (),
        parts: Mapping[str, Part] | None = None,
        places: tuple[Part, ...] = (),
        others: tuple[str, ...] = (),
        dates: tuple[str, ...] = (),
    ) -> None:
        self.media_type = media_type
        self.others = others
        self.dates = dates
        self.kind: BodyKind = kind
        self.required = required
        self.needs = needs
        self.parts: Mapping[str, Part] = {} if parts is None else parts
        self.places = places


class Operation(Generic[T_co]):
    """One operation of the API, as its description has it.

    Made by the thousand when resources are imported: construction only stores, and the
    client prepares the rest when the operation is first called.

    Args:
        name: The operation's id, for logs and errors.
        method: The HTTP method, as it is sent.
        path: The path with `{wire names}` in it; may end in a query or a fragment.
        returns: The type of a successful JSON body; `None` where there is none.
        kind: How a successful body is read; `none` where `returns` is missing.
        responses: By status (`200`, `2XX`, `default`) where successful answers differ.
        accept: The `Accept` header; what `kind` or `stream` implies where empty.
        params: The parameters that may be lists or objects, or have a style of their own.
        headers: Headers that are always sent.
        query: Query parameters that are always sent.
        errors: The types of error bodies by status, range or `default`.
        stream: How events are told apart, where the answer is a stream.
        resumable: Whether a stream that breaks off goes on from a `Last-Event-ID`.
        security: Alternatives of schemes that go together; the client's where `None`.
        servers: This operation's own, in place of the API's.
        idempotency_header: Carries a key that stays the same over all attempts.
    """

    __slots__ = (
        "accept",
        "body",
        "errors",
        "headers",
        "idempotency_header",
        "kind",
        "method",
        "name",
        "params",
        "path",
        "query",
        "responses",
        "resumable",
        "returns",
        "security",
        "servers",
        "stream",
    )

    def __init__(
        self,
        name: str,
        method: str,
        path: str,
        *,
        returns: Returns | None = None,
        kind: Kind = "json",
        responses: Mapping[str, tuple[Kind, Returns | None]] | None = None,
        accept: str = "",
        params: tuple[Param, ...] = (),
        body: Body | None = None,
        headers: Mapping[str, str] = _NOTHING,
        query: Mapping[str, str] = _NOTHING,
        errors: Mapping[str, Returns] | None = None,
        stream: Sse | JsonLines | None = None,
        resumable: bool = False,
        security: tuple[tuple[str, ...], ...] | None = None,
        servers: tuple[Server, ...] = (),
        idempotency_header: str | None = None,
    ) -> None:
        self.name = name
        self.method = method
        self.path = path
        self.returns = returns
        self.kind: Kind = "none" if kind == "json" and returns is None else kind
        self.responses = responses
        self.accept = accept
        self.params = params
        self.body = body
        self.headers = headers
        self.query = query
        self.errors = errors
        self.stream: Sse | JsonLines | None = stream
        self.resumable = resumable
        self.security = security
        self.servers = servers
        self.idempotency_header = idempotency_header

    def __repr__(self) -> str:
        return f"<Operation {self.name}: {self.method} {self.path}>"
