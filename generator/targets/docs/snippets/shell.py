"""The same call with cURL, for comparison."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from urllib.parse import quote, unquote

from ....examples import Upload
from ....ir import (
    Api,
    BodyKind,
    Content,
    Json,
    Location,
    Operation,
    SchemeKind,
    SecurityScheme,
)
from ..credentials import schemes_for
from .addresses import address
from .calls import Given, text_body
from .wire import (
    Part,
    cookie_pairs,
    encode,
    form_pairs,
    header_text,
    ordered_parts,
    parts,
    path_text,
    query_pairs,
)

_FALLBACK = "https://api.example.com"
_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"
_SPECIAL = re.compile(r"[\"\\$`!\n]")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_PATTERN = re.compile(r"[\[\]{}]")
_PLACE = re.compile(r"\{([^{}]*)\}")
_IN_PATH = ":/?#[]@!$&'()*+,;=%~"
# What `-F` takes behind `type=` without taking a part of it for an option of its own.
_MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+(; ?charset=[\w.+-]+)?\Z", re.ASCII)
# What has a meaning of its own to `-F` where the value is not in quotes.
_QUOTED = re.compile(r"^[\s\"@<()]|;|\s$")


def curl(operation: Operation, api: Api, given: Given) -> str:
    """A command line that sends the values that the SDK's call sends, as that writes them."""
    url = _url(operation, api, given)
    credentials = list(_credentials(operation, api))
    query_keys = [word for option, word in credentials if option == "?"]
    target = _word(url)
    if query_keys:
        # The key's variable is expanded by the shell, so the URL is in double quotes.
        target = f'"{_inside(url)}{"&" if "?" in url else "?"}{"&".join(query_keys)}"'
    # Brackets and braces in a URL are a pattern to curl, unless it is told otherwise.
    parts = [f"curl -g {target}" if _PATTERN.search(url) else f"curl {target}"]
    body = list(_body(operation, given))
    method = "POST" if body else "GET"
    if operation.method == "HEAD" and not body:
        # After `-X HEAD` curl would wait for a body.
        parts.append("-I")
    elif operation.method != method:
        parts.append(f"-X {_word(operation.method)}")
    parts += [
        f"{option} {word}" for option, word in credentials if option in ("-H", "-u")
    ]
    parts += _headers(given)
    parts += _cookies([word for option, word in credentials if option == "-b"], given)
    return " \\\n  ".join([*parts, *body])


def _url(operation: Operation, api: Api, given: Given) -> str:
    base, _, base_query = _base_url(operation, api).partition("?")
    url = base.rstrip("/") + _path(operation, given)
    query = [base_query] if base_query else []
    for each, value in given.parameters:
        if each.location in (Location.QUERY, Location.QUERYSTRING):
            query += query_pairs(each, value)
    return url + ("&" if "?" in url else "?") + "&".join(query) if query else url


def _base_url(operation: Operation, api: Api) -> str:
    servers = operation.servers or api.servers
    url = address(servers[0]) if servers else ""
    return url if "://" in url else f"{_FALLBACK}/{url.lstrip('/')}"


def _path(operation: Operation, given: Given) -> str:
    values = {
        parameter.wire_name: text
        for parameter, value in given.parameters
        if parameter.location is Location.PATH
        and (text := path_text(parameter, value)) is not None
    }
    # The pattern has one group, so that every second piece is a name.
    pieces = _PLACE.split(operation.path.partition("#")[0])
    return "".join(
        (
            values.get(piece, f"{{{piece}}}")
            if position % 2
            else quote(piece, safe=_IN_PATH, errors="replace")
        )
        for position, piece in enumerate(pieces)
    )


def _credentials(operation: Operation, api: Api) -> Iterator[tuple[str, str]]:
    """Options with their words, quoted; a `?` for what goes into the URL.

    What goes there, and what is a cookie, is for double quotes with others of its kind.
    """
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
            yield "-b", f"{_inside(scheme.parameter)}={variables[0]}"
        case SchemeKind.API_KEY:
            yield "-H", f'"{_inside(scheme.parameter)}: {variables[0]}"'
        case SchemeKind.OTHER:
            return


def _variable(argument: str, known: str | None) -> str:
    name = known if known and _VARIABLE.match(known) else argument.upper()
    return f"${name}"


def _headers(given: Given) -> Iterator[str]:
    for parameter, value in given.parameters:
        name = parameter.wire_name
        if parameter.location is Location.HEADER:
            text = header_text(parameter, value)
            if text is not None:
                # curl takes a header without a text for one that is not to be sent.
                yield f"-H {_word(f'{name}: {text}' if text else f'{name};')}"


def _cookies(keys: list[str], given: Given) -> Iterator[str]:
    """All in one option: curl would put no space between several."""
    pairs = [
        pair
        for parameter, value in given.parameters
        if parameter.location is Location.COOKIE
        for pair in cookie_pairs(parameter, value)
    ]
    if keys:
        yield f'-b "{"; ".join([*keys, *map(_inside, pairs)])}"'
    elif pairs:
        yield f"-b {_word('; '.join(pairs))}"


def _body(operation: Operation, given: Given) -> Iterator[str]:
    if operation.body is None:
        return
    content = operation.body.contents[0]
    fields = {**given.fields, **given.further, **_flag(operation, content)}
    if not (fields or given.whole or operation.body.required):
        return
    whole: Json = fields if content.fields else next(iter(given.whole), None)
    named = whole if isinstance(whole, dict) else {}
    match content.kind:
        case BodyKind.MULTIPART if isinstance(whole, list):
            yield f"-H {_word(f'Content-Type: {content.media_type}; boundary=part')}"
            yield f"--data-binary {_ordered(content, whole)}"
        case BodyKind.MULTIPART:
            if content.media_type != _MULTIPART:
                yield f"-H {_word(f'Content-Type: {content.media_type}')}"
            yield from map(_part, parts(content, named))
        case BodyKind.FORM:
            if content.media_type != _FORM:
                yield f"-H {_word(f'Content-Type: {content.media_type}')}"
            pairs = list(form_pairs(content, named))
            yield from map(_field, pairs) if pairs else ["-d ''"]
        case BodyKind.BINARY:
            yield _content_type(content, "application/octet-stream")
            yield "--data-binary @notes.txt"
        case BodyKind.TEXT:
            yield _content_type(content, "text/plain", "; charset=utf-8")
            yield f"--data-raw {_word(text_body(whole))}"
        case BodyKind.JSON | BodyKind.JSON_LINES:
            yield _content_type(content, "application/json")
            pretty = content.kind is BodyKind.JSON
            written = json.dumps(
                whole, indent=2 if pretty else None, ensure_ascii=False
            )
            # Further lines stand below the option, which does not change the JSON.
            yield "-d " + shlex.quote(written).replace("\n", "\n  ")


def _flag(operation: Operation, content: Content) -> dict[str, Json]:
    """The field that asks for a stream, which the methods give."""
    streaming = operation.streaming
    if streaming is None or streaming.field is None:
        return {}
    needed = any(
        each.required for each in content.fields if each.wire_name == streaming.field
    )
    return {streaming.field: streaming.only} if streaming.only or needed else {}


def _content_type(content: Content, otherwise: str, charset: str = "") -> str:
    """The header; `*/*` stands for any media type, and is none itself."""
    media_type = otherwise if "*" in content.media_type else content.media_type
    if media_type.startswith("text/") and "charset" not in media_type:
        media_type += charset
    return f"-H {_word(f'Content-Type: {media_type}')}"


def _field(pair: str) -> str:
    """A field of a form, as it is read wherever curl encodes it as the SDK does."""
    name, _, value = pair.partition("=")
    shown = unquote(value)
    if not name or encode(shown) != value:
        return f"-d {_word(pair)}"
    name = name.replace("%5B", "[").replace("%5D", "]")
    return f"--data-urlencode {_word(f'{name}={shown}')}"


def _part(part: Part) -> str:
    if isinstance(part.content, Upload):
        return f"-F {_word(f'{part.name}=@notes.txt')}"
    if part.media_type is None or not _MEDIA_TYPE.match(part.media_type):
        # `-F` would take a value that begins with `@` for the name of a file.
        return f"--form-string {_word(f'{part.name}={part.content}')}"
    value = part.content
    if _QUOTED.search(value):
        value = re.sub(r'(["\\])', r"\\\1", value)
        value = f'"{value}"'
    return f"-F {_word(f'{part.name}={value};type={part.media_type}')}"


def _ordered(content: Content, whole: list[Json]) -> str:
    """Parts without names, for which curl has no option, as a word with escapes."""
    lines = []
    for part in ordered_parts(content, whole):
        media_type, head = part.media_type, []
        if isinstance(part.content, Upload):
            head = ['Content-Disposition: attachment; filename="notes.txt"']
            media_type = "text/plain"
        if media_type is not None:
            head.append(f"Content-Type: {media_type}")
        lines += ["--part", *head, "", "".join(part.content)]
    written = "\r\n".join([*lines, "--part--", ""])
    for sign, escaped in (("\\", "\\\\"), ("'", "\\'"), ("\r", "\\r"), ("\n", "\\n")):
        written = written.replace(sign, escaped)
    return f"$'{written}'"


def _word(text: str) -> str:
    """One word of a command line: bare or in double quotes where the shell allows it."""
    if shlex.quote(text) == text:
        return text
    return shlex.quote(text) if _SPECIAL.search(text) else f'"{text}"'


def _inside(text: str) -> str:
    """The text within double quotes, with nothing in it for the shell to expand."""
    return re.sub(r"[\"\\$`]", lambda match: f"\\{match[0]}", " ".join(text.split()))
