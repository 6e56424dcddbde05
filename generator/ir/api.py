"""The API as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from .exchanges import Example, Location, Parameter
from .operations import Link, Operation, Resource, SecurityRequirement, Server
from .schemas import UNLIMITED, Constraints, Schema, Source
from .types import Type


class SchemeKind(Enum):
    API_KEY = "apiKey"
    BASIC = "basic"
    BEARER = "bearer"
    OAUTH2 = "oauth2"
    OTHER = "other"
    """A scheme that the SDK cannot fill (mutual TLS, digest ...): reported, left to the user."""


@dataclass(frozen=True, slots=True)
class TokenRequest:
    """How the client gets a token with its own id and secret."""

    url: str
    scopes: tuple[str, ...] = ()
    """What the token is asked to be good for; with none, the server decides."""
    parameters: tuple[tuple[str, str], ...] = ()
    """What else is sent along, such as an audience."""
    is_secret_in_body: bool = False
    """Whether id and secret go into the body of the request, not into a header."""


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    """`arguments` are the client's constructor arguments that fill it, with their variables.

    One argument for an API key or bearer token, two for basic (user, password), three
    for OAuth 2 client credentials (id, secret, ready-made token).
    """

    wire_name: str
    kind: SchemeKind
    arguments: tuple[tuple[str, str | None], ...]
    location: Location = Location.HEADER
    parameter: str = "Authorization"
    token_request: TokenRequest | None = None
    scopes: tuple[tuple[str, str], ...] = ()
    """All that tokens may be good for, and what that means."""
    doc: str = ""
    sources: tuple[tuple[str, str], ...] = ()
    """Where tokens come from: the name of a way to get one, and its address."""
    format: str = ""
    """What a bearer token is, for the reader: `JWT`."""
    deprecated: bool = False


@dataclass(frozen=True, slots=True)
class Webhook:
    """An event that the API sends: its name, and the type of its JSON body."""

    wire_name: str
    name: str
    type: Type | None
    source: Source
    doc: str = ""
    summary: str = ""
    examples: tuple[Example, ...] = ()
    deprecated: bool = False
    answers: tuple[tuple[str, str], ...] = ()
    """The statuses that the API takes as an answer, and what is said of them."""
    parameters: tuple[Parameter, ...] = ()
    """What comes beside the body: its headers, as a rule."""
    constraints: Constraints = UNLIMITED
    """The limits of the body, where it is of no named type."""
    method: str = "POST"
    """The method of the request that brings it."""
    elsewhere: Link | None = None


@dataclass(frozen=True, slots=True)
class About:
    """Who to ask about an API, and on which terms it is offered; each may be empty."""

    contact: str = ""
    contact_url: str = ""
    email: str = ""
    terms: str = ""
    """The address of the terms of service."""
    licence: str = ""
    licence_url: str = ""


@dataclass(frozen=True, slots=True)
class Package:
    """What the emitted project calls itself; from `sdkgen.yaml`, else from the description."""

    distribution: str
    module: str
    version: str
    licence: str
    description: str
    base_url_variable: str | None = None


@dataclass(frozen=True, slots=True)
class Api:
    """The whole description. `schemas` is in dependency-free, stable order of appearance."""

    title: str
    version: str
    doc: str
    package: Package
    servers: tuple[Server, ...]
    schemes: tuple[SecurityScheme, ...]
    security: tuple[SecurityRequirement, ...]
    resources: tuple[Resource, ...]
    schemas: Mapping[str, Schema] = field(default_factory=dict)
    webhooks: tuple[Webhook, ...] = ()
    link_base: str | None = None
    site_url: str | None = None
    repository: str | None = None
    summary: str = ""
    about: About = About()
    elsewhere: Link | None = None

    def walk(self) -> Iterator[tuple[tuple[str, ...], Resource]]:
        """Every resource below the names that lead to it, parents before their children."""
        return _walk(self.resources, ())

    def operations(self) -> Iterator[Operation]:
        """Every operation, in the order of the resources."""
        for _, resource in self.walk():
            yield from resource.operations

    def by_id(self) -> dict[str, Operation]:
        """The operations by their ids; of those for several kinds of body the first."""
        found: dict[str, Operation] = {}
        for operation in self.operations():
            found.setdefault(operation.id, operation)
        return found

    def security_of(self, operation: Operation) -> tuple[SecurityRequirement, ...]:
        """The alternatives that hold for an operation: its own, or else the API's."""
        return self.security if operation.security is None else operation.security


def _walk(
    resources: tuple[Resource, ...], above: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], Resource]]:
    for resource in resources:
        path = (*above, resource.name)
        yield path, resource
        yield from _walk(resource.children, path)
