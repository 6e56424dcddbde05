"""Servers as Python source, and the variables that callers may choose."""

from __future__ import annotations

from collections.abc import Iterator

from ...ir import Api, Resource, Server
from .literals import string, strings


def server_source(server: Server) -> str:
    """The call that makes a server, with its variables."""
    if not server.variables:
        return f"Server({string(server.url)})"
    pairs = []
    for variable in server.variables:
        values = f", {strings(variable.values)}" if variable.values else ""
        pairs.append(
            f"{string(variable.name)}: Variable({string(variable.default)}{values})"
        )
    return f"Server({string(server.url)}, {{{', '.join(pairs)}}})"


def has_variables(api: Api) -> bool:
    """Whether callers may choose anything in the URL of any server."""
    return any(server.variables for server in api.servers) or bool(own_variables(api))


def own_variables(api: Api) -> tuple[str, ...]:
    """The names of variables that only the servers of single operations have."""
    known = {variable.name for server in api.servers for variable in server.variables}
    found = {
        variable.name
        for server in _own_servers(api.resources)
        for variable in server.variables
    }
    return tuple(sorted(found - known))


def _own_servers(resources: tuple[Resource, ...]) -> Iterator[Server]:
    for resource in resources:
        for operation in resource.operations:
            if operation.servers:
                yield operation.servers[0]
        yield from _own_servers(resource.children)
