"""Security schemes, and the requirements of operations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...config import AuthSection
from ...document import BrokenReference, Node
from ...document.walk import is_mapped_reference
from ...errors import Severity, clip
from ...headers import folded, is_header_name
from ...ir import Api, Location, SchemeKind, SecurityRequirement, SecurityScheme
from ...names import RESERVED_CREDENTIALS, Scope, snake
from ..context import Context
from ..texts import says, text
from .tokens import check_keys, scopes_of, token_request_of, token_url_of

# Ways to a token and their addresses: the spelling of OpenAPI, and ours.
_FLOWS = {
    "authorizationCode": "authorization code",
    "clientCredentials": "client credentials",
    "deviceAuthorization": "device authorization",
    "implicit": "implicit",
    "password": "password",
}
_ADDRESSES = {
    "authorizationUrl": "authorization",
    "deviceAuthorizationUrl": "device authorization",
    "tokenUrl": "token",
    "refreshUrl": "refresh",
}
# What is named in `sdkgen.yaml`, in order, where there are several things.
_ORDERS = {
    SchemeKind.BASIC: ("username", "password"),
    SchemeKind.OAUTH2: ("id", "secret", "token"),
}


def schemes_of(api: Api, context: Context) -> tuple[SecurityScheme, ...]:
    """Every security scheme, with the constructor arguments that fill it.

    `api` has the operations, which say what tokens have to be good for.
    """
    scope = context.scope("credentials", RESERVED_CREDENTIALS)
    found: list[SecurityScheme] = []
    for wire, entry in context.schemes.items():
        node = context.follow(entry)
        if node is not None:
            found.append(_scheme(wire, node, scope, api, context))
    return tuple(found)


def general_security(api: Api, context: Context) -> tuple[SecurityRequirement, ...]:
    """What holds for operations that say nothing.

    Where nothing at all is said, a credential that the client has is meant to be sent.
    """
    filled = [scheme.wire_name for scheme in api.schemes if scheme.arguments]
    is_said = context.document.root.get("security") is not None
    is_said = is_said or any(each.security is not None for each in api.operations())
    if is_said or not filled or not api.resources:
        return api.security
    context.warn(
        context.schemes[filled[0]],
        "no operation says which security scheme it takes",
        "name it under `security`; until then the first that the client has is sent",
    )
    return tuple(
        SecurityRequirement(tuple((wire, ()) for wire in way))
        for way in (*([wire] for wire in filled), [])
    )


def _scheme(
    wire: str, node: Node, scope: Scope, api: Api, context: Context
) -> SecurityScheme:
    kind, location, parameter = _kind(wire, node, context)
    wanted = {
        SchemeKind.API_KEY: (snake(wire, "key"),),
        SchemeKind.BEARER: ("token",),
        SchemeKind.BASIC: ("username", "password"),
        SchemeKind.OAUTH2: ("client_id", "client_secret", "token"),
        SchemeKind.OTHER: (),
    }[kind]
    section = context.config.auth.get(wire, AuthSection())
    _check_named(wire, section, kind, len(wanted), context)
    if kind is not SchemeKind.OAUTH2:
        check_keys(wire, section, context)
    return SecurityScheme(
        wire,
        kind,
        tuple(_arguments(wire, section, wanted, scope, context)),
        location,
        parameter,
        token_request_of(wire, node, section, api),
        scopes_of(node),
        text(node, "description"),
        tuple(_sources(node)),
        text(node, "bearerFormat"),
        says(node, "deprecated"),
    )


def _arguments(
    wire: str,
    section: AuthSection,
    wanted: Sequence[str],
    scope: Scope,
    context: Context,
) -> Iterator[tuple[str, str]]:
    """The constructor's arguments for a scheme, each with its environment variable."""
    given, variables = section.arguments or (), section.variables or ()
    prefix = snake(context.plain_module, "sdk").upper()
    names = (*given, *wanted[len(given) :])
    for place, name in enumerate(names[: len(wanted)]):
        explicit = place < len(given)
        unique = scope.claim(
            f"{wire}:{place}", name, _longer(name, wire), explicit=explicit
        )
        if explicit:
            context.check_given(("auth", wire, "arguments", place), name, unique)
        is_told = place < len(variables)
        yield unique, variables[place] if is_told else f"{prefix}_{unique.upper()}"


def _check_named(
    wire: str, section: AuthSection, kind: SchemeKind, taken: int, context: Context
) -> None:
    for key, named in (
        ("arguments", section.arguments),
        ("variables", section.variables),
    ):
        if named is not None and len(named) > taken:
            fact = f"{wire!r} takes {taken} of them, and {len(named)} are named"
            remedy = "leave out the others"
            context.reject(("auth", wire, key), fact, remedy)
        for index, fact in _misplaced((named or ())[:taken], _ORDERS.get(kind, ())):
            remedy = f"the order is {', '.join(_ORDERS[kind])}"
            place = ("auth", wire, key, index)
            context.reject(place, fact, remedy, Severity.WARNING)


def _misplaced(named: Sequence[str], order: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The names that sound like those of something else, which has a place of its own."""
    for index, name in enumerate(named):
        word = name.lower().rsplit("_", 1)[-1]
        if word in order and word != order[index]:
            yield index, f"{name!r} stands where the {order[index]} belongs"


def _longer(name: str, wire: str) -> str:
    """A second bearer token is named after its scheme: `admin_token`."""
    prefix = snake(wire, "scheme")
    return prefix if prefix.endswith(name) else f"{prefix}_{name}"


def _kind(wire: str, node: Node, context: Context) -> tuple[SchemeKind, Location, str]:
    kind = text(node, "type")
    place, name = text(node, "in"), text(node, "name")
    if kind == "apiKey" and place in ("header", "query", "cookie"):
        if place == "header" and not is_header_name(name):
            # The checks before have reported it: nothing can send such a key.
            return SchemeKind.OTHER, Location.HEADER, name
        return SchemeKind.API_KEY, Location(place), name
    if kind == "http":
        scheme = text(node, "scheme").lower()
        if scheme in ("bearer", "basic"):
            return SchemeKind(scheme), Location.HEADER, "Authorization"
    if kind == "openIdConnect":
        return SchemeKind.BEARER, Location.HEADER, "Authorization"
    if kind == "oauth2":
        found = SchemeKind.OAUTH2 if token_url_of(node) else SchemeKind.BEARER
        return found, Location.HEADER, "Authorization"
    context.warn(
        node,
        f"security scheme {wire!r} ({kind or 'no type'}) is one that the SDK does not fill",
        "hand in an HTTP client that does (`http_client=`)",
    )
    return SchemeKind.OTHER, Location.HEADER, "Authorization"


def _sources(node: Node) -> Iterator[tuple[str, str]]:
    flows = node.section("flows")
    for name, flow in flows.items() if flows else ():
        for key, meaning in _ADDRESSES.items():
            if url := text(flow, key):
                yield f"{_FLOWS.get(name, name)}: {meaning}", url
    for key, meaning in (
        ("openIdConnectUrl", "OpenID Connect discovery"),
        ("oauth2MetadataUrl", "OAuth 2.0 metadata"),
    ):
        if url := text(node, key):
            yield meaning, url


def keys_of(holder: Node, context: Context) -> dict[tuple[Location, str], str]:
    """The API keys that a place asks for, by where they go: the names of their schemes."""
    found: dict[tuple[Location, str], str] = {}
    for wire in dict.fromkeys(
        wire for one in _asked(holder, context) for wire, _ in one.schemes
    ):
        node = context.follow(context.schemes[wire])
        if node is not None:
            kind, location, name = _kind(wire, node, context)
            if kind is SchemeKind.API_KEY:
                found[location, folded(location.value, name)] = wire
    return found


def key_for(
    location: Location, name: str, keys: Mapping[tuple[Location, str], str]
) -> str | None:
    """The scheme whose key goes where a parameter does."""
    return keys.get((location, folded(location.value, name)))


def _asked(holder: Node, context: Context) -> tuple[SecurityRequirement, ...]:
    """The alternatives that hold for a place: its own, or the whole description's."""
    own = requirements_of(holder, context)
    return requirements_of(context.document.root, context) or () if own is None else own


def requirements_with(
    keys: Sequence[str], holder: Node, context: Context
) -> tuple[SecurityRequirement, ...] | None:
    """What a place asks for where it always asks for these schemes as well."""
    asked = _asked(holder, context) if keys else ()
    if all(key in dict(one.schemes) for key in keys for one in asked):
        return requirements_of(holder, context)
    every = (dict([*((key, ()) for key in keys), *one.schemes]) for one in asked)
    return tuple(
        dict.fromkeys(SecurityRequirement(tuple(one.items())) for one in every)
    )


def requirements_of(
    holder: Node, context: Context
) -> tuple[SecurityRequirement, ...] | None:
    """The alternatives that a place asks for; `None` where it says nothing.

    One with a scheme that is not declared cannot be met. It goes where there are others, and
    where there are none, what is declared of it stays.
    """
    known = context.requirements
    if holder.key not in known:
        known[holder.key] = _requirements(holder, context)
    return known[holder.key]


def _requirements(
    holder: Node, context: Context
) -> tuple[SecurityRequirement, ...] | None:
    if holder.get("security") is None:
        return None
    nodes = list(holder.elements("security"))
    missing = {
        node.pointer: [
            key for key, _ in node.items() if not _wire_of(node, key, context)
        ]
        for node in nodes
    }
    whole = [node for node in nodes if not missing[node.pointer]]
    for node in nodes:
        for key in missing[node.pointer]:
            _tell_missing(node, key, bool(whole), context)
    return tuple(_requirement(node, context) for node in whole or nodes)


def _tell_missing(node: Node, key: str, has_others: bool, context: Context) -> None:
    fact = f"security scheme {clip(key)!r} is not declared"
    remedy = "declare it in components.securitySchemes"
    if has_others:
        context.warn(node, fact, f"{remedy}; until then this alternative is left out")
    else:
        context.fail(
            node,
            fact,
            f"{remedy}; --lenient has the request sent without credentials for it",
        )


def _requirement(node: Node, context: Context) -> SecurityRequirement:
    pairs: dict[str, tuple[str, ...]] = {}
    for key, scopes in node.items():
        wire = _wire_of(node, key, context)
        if wire is not None:
            values = scopes.value if isinstance(scopes.value, list) else []
            pairs[wire] = tuple(str(value) for value in values)
    return SecurityRequirement(tuple(pairs.items()))


def note_addressed_schemes(holders: Iterable[Node], context: Context) -> None:
    """Makes the schemes known that requirements name by address, as OpenAPI 3.2 allows."""
    for holder in holders:
        for node in holder.elements("security"):
            for key, _ in node.items():
                _wire_of(node, key, context)


def _wire_of(node: Node, key: str, context: Context) -> str | None:
    """The name of the scheme that a requirement names, by itself or by address."""
    if key in context.schemes or not is_mapped_reference(key):
        return key if key in context.schemes else None
    try:
        found = node.follow(key)
        target = found.deref()
    except BrokenReference:
        return None
    for wire, scheme in context.schemes.items():
        if target.key in (scheme.key, _definition(scheme).key):
            return wire
    if not target.is_mapping:
        return None
    name = context.key_of(found)
    wire = key if name in context.schemes else name
    context.schemes[wire] = target
    return wire


def _definition(node: Node) -> Node:
    try:
        return node.deref()
    except BrokenReference:
        return node
