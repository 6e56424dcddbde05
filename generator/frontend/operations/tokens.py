"""OAuth 2 client credentials: how the client fetches tokens for itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...config import AuthSection
from ...document import Node
from ...ir import Api, SecurityRequirement, TokenRequest
from ..context import Context
from ..texts import text

_OWN_FLOW = "clientCredentials"


def token_url_of(node: Node) -> str:
    """Where a client with credentials of its own gets tokens; empty where it cannot."""
    return text(node, "flows", _OWN_FLOW, "tokenUrl")


def scopes_of(node: Node) -> tuple[tuple[str, str], ...]:
    """The scopes of the client credentials flow with their meanings; else of all flows."""
    flows = node.section("flows")
    if flows is None:
        return ()
    own = flows.get(_OWN_FLOW)
    scopes: dict[str, str] = {}
    for flow in [own] if own is not None else [flow for _, flow in flows.items()]:
        for scope, meaning in flow.items("scopes"):
            scopes[scope] = meaning.value if isinstance(meaning.value, str) else ""
    return tuple(scopes.items())


def token_request_of(
    wire: str, node: Node, section: AuthSection, api: Api
) -> TokenRequest | None:
    """What is asked for where tokens are; the scopes are those that the operations require."""
    url = token_url_of(node)
    if not url:
        return None
    scopes = section.scopes
    return TokenRequest(
        url,
        tuple(_required(wire, node, api)) if scopes is None else scopes,
        tuple((section.token_parameters or {}).items()),
        section.send_as == "body",
    )


def check_keys(wire: str, section: AuthSection, context: Context) -> None:
    """Tells of keys that mean nothing, as the client fetches no tokens for this scheme."""
    for key, value in (
        ("scopes", section.scopes),
        ("token_parameters", section.token_parameters),
        ("send_as", section.send_as),
    ):
        if value is not None:
            fact = f"the client fetches no tokens for {wire!r}"
            remedy = (
                "remove it; it is for OAuth 2 schemes with the flow clientCredentials"
            )
            context.reject(("auth", wire, key), fact, remedy)


def _required(wire: str, node: Node, api: Api) -> Iterator[str]:
    required = dict.fromkeys(
        scope
        for operation in api.operations()
        for alternative in _taken(api.security_of(operation))
        for scope in dict(alternative.schemes).get(wire, ())
    )
    own = [scope for scope, _ in scopes_of(node)]
    yield from (scope for scope in own if scope in required)
    # What another flow is for is granted to people, and refused to a program.
    others = {scope for scope, _ in _scopes_of_others(node)}
    yield from (scope for scope in required if scope not in {*own, *others})


def _scopes_of_others(node: Node) -> Iterator[tuple[str, Node]]:
    flows = node.section("flows")
    for name, flow in flows.items() if flows else ():
        if name != _OWN_FLOW:
            yield from flow.items("scopes")


def _taken(
    alternatives: Iterable[SecurityRequirement],
) -> Iterator[SecurityRequirement]:
    """Those that a call may be sent by: the client takes the first that it has all for."""
    earlier: list[set[str]] = []
    for alternative in alternatives:
        names = {name for name, _ in alternative.schemes}
        if not any(each <= names for each in earlier):
            yield alternative
        if names:
            earlier.append(names)
