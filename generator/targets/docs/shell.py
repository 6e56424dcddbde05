"""The same call with cURL, for comparison."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from urllib.parse import quote, urlencode

from ...examples import Upload
from ...ir import (
    Api,
    BodyKind,
    Content,
    Json,
    Location,
    Operation,
    Parameter,
    SchemeKind,
    SecurityScheme,
    Server,
    Style,
)
from ...paths import filled
from .calls import Given
from .credentials import schemes_for

_FALLBACK = "https://api.example.com"
_SEPARATORS = {Style.SPACE_DELIMITED: " ", Style.PIPE_DELIMITED: "|"}
_SPECIAL = re.compile(r"[\"\\$`!\n]")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")


def curl(operation: Operation, api: Api, given: Given) -> str:
    """A command line that sends what the SDK's call sends."""
    url = _base_url(operation, api) + _path(operation, given)
    query = [pair for each, value in given.parameters for pair in _query(each, value)]
    credentials = list(_credentials(operation, api))
    query_keys = [word for option, word in credentials if option == "?"]
    target = _word(url + _joined(url, _encoded(query)))
    if query_keys:
        # The key's variable is expanded by the shell, so the URL is in double quotes.
        joint = "&" if query or "?" in url else "?"
        target = f'"{_inside(url + _joined(url, _encoded(query)))}{joint}{"&".join(query_keys)}"'
    parts = [f"curl {target}"]
    gives_body = bool(given.fields or given.further or given.whole)
    if operation.method != ("POST" if gives_body else "GET"):
        parts.append(f"-X {_word(operation.method)}")
    parts += [f"{option} {word}" for option, word in credentials if option != "?"]
    parts += _headers(given)
    if operation.body is not None and gives_body:
        parts += _body(operation.body.contents[0], given, operation)
    return " \\\n  ".join(parts)


def _base_url(operation: Operation, api: Api) -> str:
    servers = operation.servers or api.servers
    url = _filled(servers[0]) if servers else ""
    if "://" not in url:
        url = f"{_FALLBACK}/{url.lstrip('/')}"
    return url.rstrip("/")


def _filled(server: Server) -> str:
    defaults = {each.name: each.default or "" for each in server.variables}
    return filled(server.url, defaults)


def _path(operation: Operation, given: Given) -> str:
    path = operation.path
    for parameter, value in given.parameters:
        if parameter.location is Location.PATH:
            written = _in_path(parameter, value)
            path = path.replace(f"{{{parameter.wire_name}}}", written)
    return path


def _in_path(parameter: Parameter, value: Json) -> str:
    prefix = {Style.LABEL: ".", Style.MATRIX: f";{parameter.wire_name}="}
    return prefix.get(parameter.style, "") + quote(_plain(value), safe=",")


def _query(parameter: Parameter, value: Json) -> Iterator[tuple[str, str]]:
    name = parameter.wire_name
    if parameter.location not in (Location.QUERY, Location.QUERYSTRING):
        return
    if parameter.style is Style.CONTENT:
        whole = parameter.location is Location.QUERYSTRING
        yield "" if whole else name, _content_text(parameter, value)
    elif isinstance(value, list) and parameter.explode:
        yield from ((name, _text(item)) for item in value)
    elif isinstance(value, list):
        separator = _SEPARATORS.get(parameter.style, ",")
        yield name, separator.join(_text(item) for item in value)
    elif isinstance(value, dict) and parameter.style is Style.DEEP_OBJECT:
        yield from ((f"{name}[{key}]", _text(item)) for key, item in value.items())
    elif isinstance(value, dict) and parameter.explode:
        yield from ((key, _text(item)) for key, item in value.items())
    else:
        yield name, _plain(value)


def _content_text(parameter: Parameter, value: Json) -> str:
    media_type = parameter.media_type or ""
    if isinstance(value, str) and not media_type.endswith("json"):
        return value
    if "form" in media_type and isinstance(value, dict):
        return urlencode({name: _text(item) for name, item in value.items()})
    return json.dumps(value)


def _encoded(query: list[tuple[str, str]]) -> str:
    """Pairs as the query of a URL; what has no name is a query of its own."""
    return "&".join(
        urlencode([(name, value)], quote_via=quote) if name else quote(value, safe="")
        for name, value in query
    )


def _joined(url: str, query: str) -> str:
    if not query:
        return ""
    return f"&{query}" if "?" in url else f"?{query}"


def _credentials(operation: Operation, api: Api) -> Iterator[tuple[str, str]]:
    """Options with their words, quoted; a `?` for what goes into the URL."""
    for scheme in schemes_for(operation, api):
        yield from _credential(scheme)


def _credential(scheme: SecurityScheme) -> Iterator[tuple[str, str]]:
    variables = [_variable(name, known) for name, known in scheme.arguments]
    if not variables:
        return
    match scheme.kind:
        case SchemeKind.BASIC:
            yield "-u", f'"{":".join(variables[:2])}"'
        case SchemeKind.BEARER | SchemeKind.OAUTH2:
            yield "-H", f'"Authorization: Bearer {variables[-1]}"'
        case SchemeKind.API_KEY if scheme.location is Location.QUERY:
            yield "?", f"{_inside(quote(scheme.parameter))}={variables[0]}"
        case SchemeKind.API_KEY if scheme.location is Location.COOKIE:
            yield "-b", f'"{_inside(scheme.parameter)}={variables[0]}"'
        case SchemeKind.API_KEY:
            yield "-H", f'"{_inside(scheme.parameter)}: {variables[0]}"'
        case SchemeKind.OTHER:
            return


def _variable(argument: str, known: str | None) -> str:
    name = known if known and _VARIABLE.match(known) else argument.upper()
    return f"${name}"


def _headers(given: Given) -> Iterator[str]:
    for parameter, value in given.parameters:
        if parameter.location is Location.HEADER:
            yield f"-H {_word(f'{parameter.wire_name}: {_plain(value)}')}"
        elif parameter.location is Location.COOKIE:
            yield f"-b {_word(f'{parameter.wire_name}={_plain(value)}')}"


def _body(content: Content, given: Given, operation: Operation) -> Iterator[str]:
    flag = (
        operation.streaming.field
        if operation.streaming and operation.streaming.only
        else None
    )
    flags: dict[str, Json] = {flag: True} if flag else {}
    fields = {**given.fields, **given.further, **flags}
    whole: Json = fields if content.fields else next(iter(given.whole), None)
    match content.kind:
        case BodyKind.MULTIPART if isinstance(whole, list):
            yield f"-H {_word(f'Content-Type: {content.media_type}; boundary=part')}"
            yield f"--data-binary {_ordered(content, whole)}"
        case BodyKind.MULTIPART:
            yield from _parts(whole)
        case BodyKind.FORM:
            for name, value in _pairs(whole):
                yield f"--data-urlencode {_word(f'{name}={_plain(value)}')}"
        case BodyKind.BINARY:
            yield _content_type(content, "application/octet-stream")
            yield "--data-binary @notes.txt"
        case BodyKind.TEXT:
            yield _content_type(content, "text/plain")
            yield f"--data-raw {_word(_plain(whole))}"
        case BodyKind.JSON | BodyKind.JSON_LINES:
            yield _content_type(content, "application/json")
            pretty = content.kind is BodyKind.JSON
            written = json.dumps(
                whole, indent=2 if pretty else None, ensure_ascii=False
            )
            # Further lines stand below the option, which does not change the JSON.
            yield "-d " + shlex.quote(written).replace("\n", "\n  ")


def _content_type(content: Content, otherwise: str) -> str:
    """The header; `*/*` stands for any media type, and is none itself."""
    media_type = otherwise if "*" in content.media_type else content.media_type
    return f"-H {_word(f'Content-Type: {media_type}')}"


def _parts(whole: Json) -> Iterator[str]:
    for name, value in _pairs(whole):
        first = value[0] if isinstance(value, list) and value else value
        if isinstance(first, Upload):
            yield f"-F {_word(f'{name}=@notes.txt')}"
        else:
            # `-F` would take a value that begins with `@` for the name of a file.
            yield f"--form-string {_word(f'{name}={_plain(value)}')}"


def _ordered(content: Content, whole: list[Json]) -> str:
    """Parts without names, for which curl has no option, as a word with escapes."""
    lines = []
    for place, value in enumerate(whole):
        places = content.places[: place + 1]
        media_type = places[-1].content_type if places else None
        head = [f"Content-Type: {media_type}"] if media_type else []
        lines += ["--part", *head, "", _plain(value)]
    written = "\r\n".join([*lines, "--part--", ""])
    for sign, escaped in (("\\", "\\\\"), ("'", "\\'"), ("\r", "\\r"), ("\n", "\\n")):
        written = written.replace(sign, escaped)
    return f"$'{written}'"


def _pairs(whole: Json) -> Iterator[tuple[str, Json]]:
    if isinstance(whole, dict):
        yield from whole.items()


def _plain(value: Json) -> str:
    """A value as it stands in a path, a header or a form."""
    if isinstance(value, list):
        return ",".join(_text(item) for item in value)
    return _text(value)


def _text(value: Json) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _word(text: str) -> str:
    """One word of a command line: bare or in double quotes where the shell allows it."""
    if shlex.quote(text) == text:
        return text
    return shlex.quote(text) if _SPECIAL.search(text) else f'"{text}"'


def _inside(text: str) -> str:
    """The text within double quotes, with nothing in it for the shell to expand."""
    return re.sub(r"[\"\\$`]", lambda match: f"\\{match[0]}", " ".join(text.split()))
