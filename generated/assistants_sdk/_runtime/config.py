"""What the emitted code says about the API as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .arguments import NONE
from .options import Timeout
from .records import Record
from .retries import Retries
from .servers import Server

_NO_HEADERS: Final[Mapping[str, str]] = {}


class ClientConfig(Record):
    """The API's own constants, and the defaults of its clients.

    Attributes:
        package: The package's import name: its logger's name and part of `User-Agent`.
        version: The package's version.
        servers: Where the API lives; the first is the default.
        server_count: How many servers of its own the operation with the most has.
        server_variables: Variables that only the servers of single operations have.
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

    __slots__ = (
        "base_url_variable",
        "headers",
        "package",
        "query",
        "redact",
        "request_id_headers",
        "retries",
        "security",
        "server_count",
        "server_variables",
        "servers",
        "timeout",
        "version",
    )

    def __init__(
        self,
        package: str,
        version: str,
        servers: tuple[Server, ...] = (),
        base_url_variable: str | None = None,
        security: tuple[tuple[str, ...], ...] = (),
        timeout: Timeout | None = None,
        retries: Retries | None = None,
        headers: Mapping[str, str] = _NO_HEADERS,
        query: Mapping[str, object] = NONE,
        request_id_headers: tuple[str, ...] = ("x-request-id", "request-id"),
        redact: tuple[str, ...] = (),
        server_count: int = 0,
        server_variables: tuple[str, ...] = (),
    ) -> None:
        self.package: Final = package
        self.version: Final = version
        self.servers: Final = servers
        self.base_url_variable: Final = base_url_variable
        self.security: Final = security
        self.timeout: Final = timeout or Timeout()
        self.retries: Final = retries or Retries()
        self.headers: Final = headers
        self.query: Final = query
        self.request_id_headers: Final = request_id_headers
        self.redact: Final = redact
        self.server_count: Final = server_count
        self.server_variables: Final = server_variables
