"""What can be asked of an API, and where."""

from __future__ import annotations

from dataclasses import dataclass

from .exchanges import Body, Parameter, Response, ResponseKind
from .schemas import Source
from .sequels import Paging, Poller, Polling, Streaming


@dataclass(frozen=True, slots=True)
class Link:
    """Where more is said, and what that is called; a name need not be."""

    url: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class SecurityRequirement:
    """Schemes (by wire name) that are all needed, each with its scopes."""

    schemes: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """Without a default the caller has to choose; an empty one is a value as any other."""

    name: str
    default: str | None
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
    elsewhere: Link | None = None

    @property
    def failures(self) -> tuple[Response, ...]:
        """The errors, and a `default` of JSON, which is the success as well."""
        either = (
            response
            for response in self.responses
            if response.status == "default"
            and any(each.kind is ResponseKind.JSON for each in response.contents)
        )
        return (*self.errors, *either)


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
    elsewhere: Link | None = None
