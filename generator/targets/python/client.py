"""The module with the two clients."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...ir import Api, Json, Resource, SchemeKind, SecurityScheme, TokenRequest
from ...spelling.titles import called
from .docstrings import assembled, docstring, opening, section, sentence
from .imports import grouped, neighbour_imports, runtime_imports, standard_imports
from .literals import literal, mapped, scalars, string
from .operations import security_source
from .resources import module_name
from .servers import (
    has_variables,
    most_of_its_own,
    most_servers,
    own_variables,
    servers_source,
)


@dataclass(frozen=True, slots=True)
class Property:
    """A resource, as an attribute of the client."""

    name: str
    class_name: str
    module: str
    doc: str


@dataclass(frozen=True, slots=True)
class ClientView:
    """One of the two clients."""

    name: str
    base: str
    http_client: str
    doc: str
    arguments: tuple[str, ...]
    has_servers: bool
    has_variables: bool
    schemes: str
    properties: tuple[Property, ...]


@dataclass(frozen=True, slots=True)
class ClientModule:
    """The whole module."""

    doc: str
    imports: tuple[str, ...]
    checked_imports: tuple[str, ...]
    config: str
    clients: tuple[ClientView, ...]


def client_module(api: Api, common_headers: Mapping[str, str]) -> ClientModule:
    """The view of the module with the clients."""
    fillable = [scheme for scheme in api.schemes if scheme.kind is not SchemeKind.OTHER]
    return ClientModule(
        docstring(f"The clients of {called(api.title)}.", 0),
        tuple(_imports(api, fillable)),
        tuple(_checked_imports(api, fillable)),
        _config(api, common_headers),
        (_client(api, fillable, ""), _client(api, fillable, "Async")),
    )


def _imports(api: Api, schemes: list[SecurityScheme]) -> list[str]:
    """What the module needs when it runs."""
    used = {"BaseAsyncClient", "BaseClient", "ClientConfig", "TYPE_CHECKING"}
    used |= {_class(scheme) for scheme in schemes}
    used |= {"cached_property"} if api.resources else set()
    used |= {"Server"} if api.servers else set()
    used |= {"Variable"} if any(server.variables for server in api.servers) else set()
    own = [*runtime_imports(used, "."), "from ._version import __version__"]
    return grouped([standard_imports(used), own])


def _checked_imports(api: Api, schemes: list[SecurityScheme]) -> list[str]:
    """What only type checkers need."""
    used = {"Changes", "Unpack"}
    used |= {"Mapping"} if has_variables(api) else set()
    secrets = (_secret(each, name) for each in schemes for name, _ in each.arguments)
    used |= {"Secret"} if "Secret | None" in secrets else set()
    classes = {
        f"{prefix}{resource.class_name}": resource.name
        for resource in api.resources
        for prefix in ("", "Async")
    }
    own = [*runtime_imports(used, "."), *neighbour_imports(classes, ".resources")]
    return grouped([standard_imports(used), ["import httpx2"], own])


def _client(api: Api, schemes: list[SecurityScheme], prefix: str) -> ClientView:
    arguments: list[str] = []
    docs: list[tuple[str, str]] = []
    for scheme in schemes:
        for place, (name, variable) in enumerate(scheme.arguments):
            arguments.append(f"{name}: {_secret(scheme, name)} = None")
            docs.append((name, _credential_doc(scheme, place, variable)))
    properties = tuple(_property(resource, prefix) for resource in api.resources)
    return ClientView(
        f"{prefix}Client",
        f"Base{prefix}Client",
        f"httpx2.{prefix}Client",
        _doc(api, docs, prefix),
        tuple(arguments),
        most_servers(api) > 1,
        has_variables(api),
        mapped((scheme.wire_name, _scheme(scheme)) for scheme in schemes),
        properties,
    )


def _property(resource: Resource, prefix: str) -> Property:
    doc = (
        sentence(resource.doc.split("\n\n")[0])
        or f"The operations of `{resource.name}`."
    )
    return Property(
        resource.name,
        f"{prefix}{resource.class_name}",
        module_name((resource.name,)),
        docstring(doc, 8),
    )


def _doc(api: Api, credentials: list[tuple[str, str]], prefix: str) -> str:
    kind = "whose calls are awaited" if prefix else "whose calls wait for their answers"
    variable = api.package.base_url_variable
    where = f"; the environment variable `{variable}` does the same" if variable else ""
    own = ", also where an operation has its own" if most_of_its_own(api) > 1 else ""
    entries = [
        *credentials,
        ("base_url", f"Where requests go, in place of the API's own servers{where}."),
        ("server", f"Which of the API's servers to use, by position{own}."),
        ("server_variables", "Values of the variables in servers' URLs."),
        (
            "http_client",
            f"Your own `httpx2.{prefix}Client`; it is not closed with this one.",
        ),
        (
            "options",
            "What `with_options` takes: `timeout`, `max_retries`, `headers` and more.",
        ),
    ]
    if most_servers(api) < 2:
        entries = [entry for entry in entries if entry[0] != "server"]
    if not has_variables(api):
        entries = [entry for entry in entries if entry[0] != "server_variables"]
    lines = opening(f"A client of {called(api.title)} {kind}.", 4)
    return assembled([*lines, *section("Args", entries, 4)], 4)


def _credential_doc(scheme: SecurityScheme, index: int, variable: str | None) -> str:
    match scheme.kind:
        case SchemeKind.API_KEY:
            place = scheme.location.value
            place = "query parameter" if place == "query" else place
            text = f"The key for the {place} `{scheme.parameter}`"
        case SchemeKind.BEARER:
            text = "The key, or a function that gives the current one"
        case SchemeKind.BASIC:
            text = ("The user's name", "The user's password")[index]
        case SchemeKind.OAUTH2 | SchemeKind.OTHER:
            text = (
                "Identifies the program, where tokens are fetched",
                "Proves that it is the program",
                "A ready-made token, or a function that gives the current one",
            )[index]
    told = f"{text}; read from `{variable}` when left out." if variable else f"{text}."
    return f"{told} Deprecated." if scheme.deprecated else told


def _secret(scheme: SecurityScheme, name: str) -> str:
    if scheme.kind is SchemeKind.OAUTH2 and name != scheme.arguments[2][0]:
        return "str | None"
    return "Secret | None"


def _class(scheme: SecurityScheme) -> str:
    return {
        SchemeKind.API_KEY: "ApiKey",
        SchemeKind.BEARER: "Bearer",
        SchemeKind.BASIC: "Basic",
        SchemeKind.OAUTH2: "OAuth2",
        SchemeKind.OTHER: "",
    }[scheme.kind]


def _scheme(scheme: SecurityScheme) -> str:
    names = [name for name, _ in scheme.arguments]
    variables = [variable for _, variable in scheme.arguments]
    match scheme.kind:
        case SchemeKind.BEARER:
            return f"Bearer({names[0]}, {literal(variables[0])}, argument={string(names[0])})"
        case SchemeKind.API_KEY:
            return (
                f"ApiKey({names[0]}, {literal(variables[0])}, name={string(scheme.parameter)}, "
                f"place={string(scheme.location.value)}, argument={string(names[0])})"
            )
        case SchemeKind.BASIC:
            return (
                f"Basic({names[0]}, {names[1]}, ({literal(variables[0])}, {literal(variables[1])}), "
                f"arguments={scalars(names)})"
            )
        case SchemeKind.OAUTH2 | SchemeKind.OTHER:
            order = (2, 0, 1)
            spelled = ", ".join(literal(variables[index]) for index in order)
            arguments = scalars(names[index] for index in order)
            return (
                f"OAuth2({names[2]}, client_id={names[0]}, client_secret={names[1]}, "
                f"{_token_request(scheme.token_request)}"
                f"variables=({spelled}), arguments={arguments})"
            )


def _token_request(request: TokenRequest | None) -> str:
    """How tokens are fetched, as arguments that others follow."""
    if request is None:
        return ""
    arguments = [f"token_url={string(request.url)}"]
    if request.scopes:
        arguments.append(f"scopes={scalars(request.scopes)}")
    if request.is_secret_in_body:
        arguments.append('send_as="body"')
    if request.parameters:
        extra: dict[str, Json] = dict(request.parameters)
        arguments.append(f"extra={literal(extra)}")
    return "".join(f"{argument}, " for argument in arguments)


def _config(api: Api, common_headers: Mapping[str, str]) -> str:
    options = [f"package={string(api.package.module)}", "version=__version__"]
    if api.servers:
        options.append(f"servers={servers_source(api.servers)}")
    if (own := most_of_its_own(api)) > max(len(api.servers), 1):
        options.append(f"server_count={own}")
    if variables := own_variables(api):
        options.append(f"server_variables={scalars(variables)}")
    if api.package.base_url_variable:
        options.append(f"base_url_variable={string(api.package.base_url_variable)}")
    if api.security:
        options.append(f"security={security_source(api.security)}")
    if common_headers:
        options.append(f"headers={mapped(common_headers.items())}")
    return f"_CONFIG = ClientConfig({', '.join(options)})"
