"""Servers as Python source, and the variables that callers may choose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...ir import Api, Server, ServerVariable
from .literals import string, strings, tupled


def servers_source(servers: Iterable[Server]) -> str:
    """The tuple of servers, each with its variables."""
    return tupled([_source(server) for server in servers])


def _source(server: Server) -> str:
    if not server.variables:
        return f"Server({string(server.url)})"
    pairs = []
    for variable in server.variables:
        values = f", {strings(variable.values)}" if variable.values else ""
        pairs.append(f"{string(variable.name)}: Variable({_default(variable)}{values})")
    return f"Server({string(server.url)}, {{{', '.join(pairs)}}})"


def _default(variable: ServerVariable) -> str:
    return "None" if variable.default is None else string(variable.default)


def has_variables(api: Api) -> bool:
    """Whether callers may choose anything in the URL of any server."""
    return any(server.variables for server in api.servers) or bool(own_variables(api))


def most_of_its_own(api: Api) -> int:
    """How many servers of its own the operation with the most has."""
    return max((len(servers) for servers in _own_servers(api)), default=0)


def most_servers(api: Api) -> int:
    """How many servers there are to choose from, for some operation at least."""
    return max(len(api.servers), most_of_its_own(api))


def own_variables(api: Api) -> tuple[str, ...]:
    """The names of variables that only the servers of single operations have."""
    known = {variable.name for server in api.servers for variable in server.variables}
    found = {
        variable.name
        for servers in _own_servers(api)
        for server in servers
        for variable in server.variables
    }
    return tuple(sorted(found - known))


def _own_servers(api: Api) -> Iterator[tuple[Server, ...]]:
    for operation in api.operations():
        if operation.servers:
            yield operation.servers
