"""Where the calls of one client go: what the caller says, else what the description does."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from .errors import ConfigurationError
from .servers import Choice, Server
from .url import is_host

if TYPE_CHECKING:
    from .config import ClientConfig

_UNPRINTABLE: Final = frozenset(map(chr, (*range(0x21), 0x7F)))


def resolve_base_url(
    given: str | None, config: ClientConfig, server: int, chosen: Mapping[str, str]
) -> tuple[str, bool, Choice]:
    """The base URL, whether the caller gave it, and what he chose beside it.

    What the caller passed goes before the environment variable, and that before the
    description's servers. A relative server leaves the base URL empty.

    Raises:
        ConfigurationError: The base URL cannot be used, or a server does not exist.
    """
    servers, variable = config.servers, config.base_url_variable
    _check_types(given, server, chosen)
    choice = Choice(server, chosen)
    if given is None and variable is not None:
        given = os.environ.get(variable, "").strip() or None
    if given is not None:
        return checked_url(given), True, choice
    unknown = set(chosen).difference(
        config.server_variables, *(server.variables for server in servers)
    )
    if unknown:
        raise ConfigurationError(f"the servers have no variable {sorted(unknown)}")
    most = max(len(servers), config.server_count)
    if not 0 <= server < max(most, 1):
        raise ConfigurationError(
            f"there is no server {server}; the API has {most}, counted from 0"
        )
    url = choice.url(servers) if servers else ""
    return (checked_url(url) if "://" in url else ""), False, choice


def _check_types(given: object, server: object, chosen: Mapping[str, object]) -> None:
    if not isinstance(given, (str, type(None))):
        raise ConfigurationError(
            f"base_url must be text, not of the type {type(given).__name__}"
        )
    if not isinstance(server, int):
        raise ConfigurationError(
            f"server is the place of a server in the list, from 0, not {server!r}"
        )
    for name, value in chosen.items():
        if not isinstance(value, str):
            raise ConfigurationError(
                f"server variable {name!r} must be text, not {value!r}"
            )


def checked_url(url: str) -> str:
    """An absolute URL without a trailing slash or a fragment.

    Raises:
        ConfigurationError: It is not an HTTP URL, or holds a password, which would show
            in logs and errors.
    """
    # Whoever makes a client needs it next; whoever only imports the package does not.
    from httpx2 import URL, InvalidURL

    url = url.strip()
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
        can_be = is_host(URL(url).host)
    except (ValueError, InvalidURL) as error:
        raise ConfigurationError(f"base_url {url!r} is not a URL: {error}") from None
    if parts.username is not None or parts.password is not None:
        raise ConfigurationError(
            "base_url must not hold a user name or password; pass http_client="
            " with auth= instead"
        )
    if (
        parts.scheme not in ("http", "https")
        or not host
        or not can_be
        or not _UNPRINTABLE.isdisjoint(url)
    ):
        raise ConfigurationError(
            f"base_url must be an http:// or https:// URL with a host, not {url!r}"
        )
    return parts._replace(path=parts.path.rstrip("/"), fragment="").geturl()


def missing_base_url(server: Server | None, variable: str | None) -> ConfigurationError:
    """What to say where no base URL is known, or only one without a host."""
    named = f"; the API's description names only {server.url!r}" if server else ""
    remedy = f" or set {variable}" if variable else ""
    return ConfigurationError(f"no base URL: pass base_url={remedy}{named}")
