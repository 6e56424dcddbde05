"""Where requests go of which nothing else is said."""

from __future__ import annotations

from collections.abc import Sequence

from ....ir import Server
from ....paths import filled, placeholders


def address(server: Server) -> str:
    """The URL with the defaults of its variables."""
    defaults = {each.name: each.default or "" for each in server.variables}
    return filled(server.url, defaults)


def is_absolute(server: Server) -> bool:
    """Whether the URL names a host, be it by a variable's default."""
    return "://" in address(server)


def is_complete(servers: Sequence[Server]) -> bool:
    """Whether a client needs no more to know where to go: the first server is taken."""
    if not servers:
        return False
    first = servers[0]
    known = {each.name for each in first.variables if each.default is not None}
    return is_absolute(first) and known.issuperset(placeholders(first.url))
