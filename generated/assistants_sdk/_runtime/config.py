"""What the emitted code says about the API as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .options import Timeout
from .retries import Retries
from .servers import Server


@dataclass(frozen=True, slots=True)
class ClientConfig:
    """The API's own constants, and the defaults of its clients.

    Attributes:
        package: The package's import name: its logger's name and part of `User-Agent`.
        version: The package's version.
        servers: Where the API lives; the first is the default.
        base_url_variable: The environment variable that names a base URL.
        security: Alternatives of schemes that go together, for operations that do not
            say otherwise; an empty alternative means that no credentials are needed.
        timeout: Limits on time, unless the caller sets others.
        retries: How failed calls are tried again, unless the caller says otherwise.
        headers: Headers of every request.
        query: Query parameters of every request.
        request_id_headers: Response headers that name an exchange; the first counts.
        redact: Names of headers, query parameters and body fields that hold secrets.
    """

    package: str
    version: str
    servers: tuple[Server, ...] = ()
    base_url_variable: str | None = None
    security: tuple[tuple[str, ...], ...] = ()
    timeout: Timeout = field(default_factory=Timeout)
    retries: Retries = field(default_factory=Retries)
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    query: Mapping[str, object] = field(default_factory=dict[str, object])
    request_id_headers: tuple[str, ...] = ("x-request-id", "request-id")
    redact: tuple[str, ...] = ()
