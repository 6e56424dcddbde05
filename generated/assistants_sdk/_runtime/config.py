"""What the emitted code says about the API as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .records import Record
from .servers import Server

_NO_HEADERS: Final[Mapping[str, str]] = {}


class ClientConfig(Record):
    """The API's own constants.

    Attributes:
        package: The package's import name: its logger's name and part of `User-Agent`.
        version: The package's version.
        servers: Where the API lives; the first is the default.
        server_count: How many servers of its own the operation with the most has.
        server_variables: Variables that only the servers of single operations have.
        base_url_variable: The environment variable that names a base URL.
        security: Alternatives of schemes that go together, for operations that do not
            say otherwise; an empty alternative means that no credentials are needed.
        headers: Headers of every request.
    """

    __slots__ = (
        "base_url_variable",
        "headers",
        "package",
        "security",
        "server_count",
        "server_variables",
        "servers",
        "version",
    )

    def __init__(
        self,
        package: str,
        version: str,
        servers: tuple[Server, ...] = (),
        base_url_variable: str | None = None,
        security: tuple[tuple[str, ...], ...] = (),
        headers: Mapping[str, str] = _NO_HEADERS,
        server_count: int = 0,
        server_variables: tuple[str, ...] = (),
    ) -> None:
        self.package: Final = package
        self.version: Final = version
        self.servers: Final = servers
        self.base_url_variable: Final = base_url_variable
        self.security: Final = security
        self.headers: Final = headers
        self.server_count: Final = server_count
        self.server_variables: Final = server_variables
