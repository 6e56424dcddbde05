"""The judge: is a request what the description makes of the given values?

Decodes what is on the wire by the tables of the OpenAPI specification and compares it
with what the caller gave, which fits the description's schemas already. A text on the
wire stands for a number or a boolean where one was given.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from decimal import Decimal, InvalidOperation
from typing import Any, Final, cast
from urllib.parse import quote, quote_plus, unquote, unquote_plus, urljoin

import httpx2

from tests.contract import media

from .raw import Description, Operation, Parameter, Place

_STANDARD_HEADERS: Final = frozenset(
    "accept accept-encoding connection content-length content-type cookie host"
    " transfer-encoding user-agent".split()
)
_IN_PATHS: Final = "/:@!$&'()*+,;=~[]%?"
_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_SEPARATORS: Final = {
    "form": ("%2C", ","),
    "spaceDelimited": ("%20", "+"),
    "pipeDelimited": ("%7C", "|"),
}
Pair = tuple[str, str]


class Undecodable(ValueError):
    """What is on the wire is not written as the description says."""


@dataclass
class Given:
    """What a call is given, by wire name."""

    path: dict[str, Any] = field(default_factory=dict)
    query: dict[str, Any] = field(default_factory=dict)
    header: dict[str, Any] = field(default_factory=dict)
    cookie: dict[str, Any] = field(default_factory=dict)
    querystring: dict[str, Any] = field(default_factory=dict)
    body: Any = None
    has_body: bool = False
    media_type: str | None = None


def bare(template: str) -> str:
    """A path template whose placeholders are plain names, `{;id*}` being `{id}`."""
    return _PLACEHOLDER.sub(lambda match: f"{{{_bare(match[1])}}}", template)


def placeholders(template: str) -> list[str]:
    """The names in a template's braces, in order."""
    return [_bare(name) for name in _PLACEHOLDER.findall(template)]


def _bare(name: str) -> str:
    return name.lstrip(".;?&#/+").rstrip("*")


class Trial:
    """One request, held against the operation that it is meant for."""

    def __init__(
        self,
        description: Description,
        operation: Operation,
        base_url: str,
        request: httpx2.Request,
        given: Given,
    ) -> None:
        self.findings: list[str] = []
        self._description = description
        self._operation = operation
        self._request = request
        self._given = given
        raw = request.url.query.decode("ascii")
        self._query = _split_pairs(raw)
        self._cookies = _split_pairs(request.headers.get("cookie", ""), "; ")
        if request.method != operation.method:
            self.findings.append(f"method: {request.method}")
        self._check_path(base_url)
        self._check_querystring(raw)
        self._check_pairs("query", self._query)
        self._check_pairs("cookie", self._cookies)
        self._check_headers()
        self._check_security()
        self._check_body()

    def _parameters(self, location: str) -> list[Parameter]:
        return [p for p in self._operation.parameters if p.location == location]

    def _expect(self, place: str, wire: object, given: object) -> None:
        # The styles of parameters and forms have no way to say that nothing is in it.
        flat = place != "body" or isinstance(wire, _Form)
        if not same(_filled(wire), _filled(given)) if flat else not same(wire, given):
            self.findings.append(f"{place}: sent {wire!r:.300} for {given!r:.300}")

    def _check_path(self, base_url: str) -> None:
        template = bare(self._operation.template).partition("?")[0].partition("#")[0]
        names = placeholders(template)
        literals = _PLACEHOLDER.split(template)[::2]
        pieces = [re.escape(quote(text, safe=_IN_PATHS)) for text in literals]
        url = self._request.url
        sent = f"{url.scheme}://{url.netloc.decode('ascii')}"
        sent += url.raw_path.decode("ascii").partition("?")[0]
        pattern = re.escape(base_url.rstrip("/")) + "([^/?]+?)".join(pieces)
        match = re.fullmatch(pattern, sent)
        if match is None:
            self.findings.append(f"path: {sent} is not {base_url}{template}")
            return
        declared = {p.name: p for p in self._parameters("path")}
        declared |= {_bare(name): p for name, p in declared.items()}
        for name, raw in zip(names, match.groups(), strict=True):
            value = self._given.path[name]
            parameter = declared.get(name)
            try:
                wire = _path_value(parameter, name, raw, value)
            except Undecodable as error:
                self.findings.append(f"path {name}: {error}")
            else:
                self._expect(f"path {name}", wire, value)

    def _check_querystring(self, raw: str) -> None:
        for parameter in self._parameters("querystring"):
            value = self._given.querystring.get(parameter.name)
            if value is None:
                continue
            if parameter.media_type == "application/x-www-form-urlencoded":
                wire = _form(parameter.place, None, self._query, value)
            else:
                wire = _json(unquote(raw))
            self._expect("querystring", wire, value)
            self._query = []

    def _check_pairs(self, location: str, pairs: list[Pair]) -> None:
        """Check the query or the cookies."""
        values = getattr(self._given, location)
        left = list(pairs)
        fixed = self._operation.template.partition("?")[2].partition("#")[0]
        for pair in _split_pairs(fixed) if location == "query" else ():
            if pair not in left:
                self.findings.append(f"query: {pair} of the path is missing")
            else:
                left.remove(pair)
        for parameter in self._parameters(location):
            name = parameter.name
            if name in values:
                style = (parameter.style, parameter.explode, parameter.media_type)
                try:
                    wire = _take(left, name, values[name], *style)
                except Undecodable as error:
                    self.findings.append(f"{location} {name}: {error}")
                else:
                    self._expect(f"{location} {name}", wire, values[name])
            else:
                self._check_constant(location, parameter, left)
        known = self._credential_names(location)
        for key, _ in left:
            if unquote_plus(key) not in known:
                self.findings.append(f"{location} {unquote_plus(key)}: unasked for")

    def _check_constant(
        self, location: str, parameter: Parameter, left: list[Pair]
    ) -> None:
        """Check a parameter that was not given: it may only be sent as a constant."""
        found = [pair for pair in left if unquote_plus(pair[0]) == parameter.name]
        if not found and parameter.required:
            self.findings.append(f"{location} {parameter.name}: is missing")
        for pair in found:
            left.remove(pair)
            if not self._is_constant(parameter, unquote_plus(pair[1])):
                self.findings.append(f"{location} {parameter.name}: was not given")

    @staticmethod
    def _is_constant(parameter: Parameter, text: str) -> bool:
        schema = parameter.schema.follow() if parameter.schema else None
        only = schema.plain("enum", [schema.plain("const")]) if schema else []
        return parameter.required and len(only) == 1 and same(text, only[0])

    def _check_headers(self) -> None:
        sent = dict(self._request.headers.items())
        known = _STANDARD_HEADERS | self._credential_names("header")
        for parameter in self._parameters("header"):
            name, lower = parameter.name, parameter.name.lower()
            if lower in ("accept", "content-type", "authorization"):
                continue
            known |= {lower}
            if name in self._given.header:
                value = self._given.header[name]
                raw = sent.get(lower)
                if raw is None:
                    self.findings.append(f"header {name}: is missing")
                    continue
                try:
                    wire = _header_value(parameter, raw, value)
                except Undecodable as error:
                    self.findings.append(f"header {name}: {error}")
                else:
                    self._expect(f"header {name}", wire, value)
            elif lower in sent and not self._is_constant(parameter, sent[lower]):
                self.findings.append(f"header {name}: was not given")
            elif lower not in sent and parameter.required:
                self.findings.append(f"header {name}: is missing")
        for name in sorted(sent.keys() - known):
            self.findings.append(f"header {name}: unasked for")

    # Credentials -------------------------------------------------------------------

    def _schemes(self, names: Iterable[str]) -> Iterator[Place]:
        for name in names:
            scheme = self._description.scheme(name)
            if scheme is not None:
                yield scheme

    def _credential_names(self, location: str) -> set[str]:
        schemes = [
            s for names in self._operation.security for s in self._schemes(names)
        ]
        found = {_credential(scheme) for scheme in schemes}
        return {name for place, name in found if place == location}

    def _check_security(self) -> None:
        alternatives = self._operation.security
        if not alternatives:
            return
        given = {("header", name) for name in self._request.headers}
        given |= {("query", unquote_plus(key)) for key, _ in self._query}
        given |= {("cookie", key) for key, _ in self._cookies}
        for names in alternatives:
            if all(self._is_met(scheme, given) for scheme in self._schemes(names)):
                return
        wanted = " or ".join(" and ".join(names) for names in alternatives)
        self.findings.append(f"security: no credentials for {wanted}")

    def _is_met(self, scheme: Place, given: set[tuple[str, str]]) -> bool:
        kind = scheme.plain("type")
        word = str(scheme.plain("scheme", "bearer")).lower()
        if kind == "mutualTLS" or (kind == "http" and word not in ("basic", "bearer")):
            return True
        if _credential(scheme) not in given:
            return False
        sent = self._request.headers.get("authorization", "").lower()
        return kind == "apiKey" or sent.startswith(
            f"{word if kind == 'http' else 'bearer'} "
        )

    # Body --------------------------------------------------------------------------

    def _check_body(self) -> None:
        raw, given = self._request.read(), self._given
        content_type = self._request.headers.get("content-type", "")
        if not given.has_body:
            if raw or content_type:
                self.findings.append(f"body: {raw[:80]!r} was not given")
            return
        body = self._operation.body
        assert body is not None and given.media_type is not None
        sent = {content_type.lower(), media.plain(content_type)}
        if given.media_type.lower() not in sent and not media.fits(
            content_type, given.media_type
        ):
            self.findings.append(f"body: {content_type!r} is not {given.media_type}")
            return
        content = body["content"][given.media_type].follow()
        try:
            wire = _body(content, raw, content_type, given.body)
        except (Undecodable, ValueError) as error:
            self.findings.append(f"body: {error}")
        else:
            self._expect("body", wire, given.body)


def base_of(description: Description, operation: Operation) -> str:
    """The URL of the server that an operation is for."""
    servers = [_server(place) for place in operation.servers]
    roots = [_server(place) for place in description.root.each("servers")]
    return urljoin(roots[0] if roots else "", servers[0]) if servers else ""


def is_json(media_type: str) -> bool:
    """Whether values of this media type are written as JSON."""
    kind = media_type.partition(";")[0].strip().lower()
    return kind in ("application/json", "text/json") or kind.endswith("+json")


def _server(place: Place) -> str:
    url = str(place.plain("url"))
    for name, variable in place.items("variables"):
        url = url.replace(f"{{{name}}}", str(variable.plain("default")))
    return url


def _credential(scheme: Place) -> tuple[str, str]:
    if scheme.plain("type") != "apiKey":
        return "header", "authorization"
    place, name = str(scheme.plain("in")), str(scheme.plain("name"))
    return place, name.lower() if place == "header" else name


# Values ----------------------------------------------------------------------------


def same(wire: object, given: object) -> bool:
    """Whether what was sent stands for what was given."""
    if isinstance(given, Mapping):
        return (
            isinstance(wire, Mapping)
            and wire.keys() == given.keys()
            and all(same(wire[name], given[name]) for name in given)
        )
    if isinstance(given, list):
        return (
            isinstance(wire, list)
            and len(wire) == len(given)
            and all(same(w, g) for w, g in zip(wire, given, strict=True))
        )
    if isinstance(given, bytes):
        return wire in (given, given.decode("latin-1"))
    if isinstance(given, bool) or given is None:
        text = {True: "true", False: "false", None: ""}[given]
        return wire is given or wire == text
    if isinstance(given, int | float):
        if isinstance(wire, str):
            try:
                return Decimal(wire) == Decimal(str(given))
            except InvalidOperation:
                return False
        return not isinstance(wire, bool) and wire == given
    return wire == given


def _scalar(text: str, given: object) -> object:
    """A text, or the JSON in it where a list or an object was given."""
    return _json(text) if isinstance(given, Mapping | list) else text


def _items(texts: list[str], given: list[Any]) -> list[object]:
    if len(texts) != len(given):
        raise Undecodable(f"{len(texts)} items for {len(given)}: {texts!r:.200}")
    return [_scalar(text, item) for text, item in zip(texts, given, strict=True)]


def _object(pairs: Iterable[Pair], given: Mapping[str, Any]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, text in pairs:
        if name in found:
            raise Undecodable(f"{name} is sent twice")
        found[name] = _scalar(text, given.get(name))
    return found


def _flat(texts: list[str]) -> list[Pair]:
    if len(texts) % 2:
        raise Undecodable(f"names and values do not come in pairs: {texts!r:.200}")
    return list(zip(texts[::2], texts[1::2], strict=True))


def _assigned(texts: list[str]) -> list[Pair]:
    split = [text.partition("=") for text in texts]
    return [(name, value) for name, _, value in split]


def _path_value(
    parameter: Parameter | None, name: str, raw: str, given: object
) -> object:
    style = parameter.style if parameter else "simple"
    explode = parameter.explode if parameter else False
    if parameter is not None and parameter.media_type is not None:
        return _content(unquote(raw), parameter.media_type)
    name = parameter.name if parameter else name
    separator = ","
    if style == "label":
        separator = "." if explode else ","
        raw = _after(raw, ".")
    elif style == "matrix":
        separator = ";" if explode else ","
        raw = _after(raw, ";")
        if not explode or not isinstance(given, Mapping):
            raw = ";".join(_after(part, f"{name}=") for part in raw.split(";"))
    parts = raw.split(separator)
    if isinstance(given, list):
        return _items([unquote(part) for part in parts], given)
    if isinstance(given, Mapping):
        pairs = _assigned(parts) if explode else _flat(parts)
        return _object(((unquote(k), unquote(v)) for k, v in pairs), given)
    return unquote(raw)


def _after(text: str, prefix: str) -> str:
    if not text.startswith(prefix):
        raise Undecodable(f"{text!r} does not start with {prefix!r}")
    return text[len(prefix) :]


def _header_value(parameter: Parameter, raw: str, given: object) -> object:
    if parameter.media_type is not None:
        return _content(raw, parameter.media_type)
    parts = [part.strip() for part in raw.split(",")]
    if isinstance(given, list):
        return _items(parts, given)
    if isinstance(given, Mapping):
        pairs = _assigned(parts) if parameter.explode else _flat(parts)
        return _object(pairs, given)
    return raw


def _content(text: str, media_type: str) -> object:
    return _json(text) if "json" in media_type else text


def _take(  # noqa: PLR0917 - the columns of the specification's table
    left: list[Pair],
    name: str,
    given: object,
    style: str,
    explode: bool,
    media_type: str | None,
) -> object:
    """The value of a parameter, whose pairs are taken out of those that are left."""
    if style == "deepObject" and isinstance(given, Mapping | list):
        own = [pair for pair in left if unquote_plus(pair[0]).startswith(f"{name}[")]
        _remove(own, left)
        return _deep([(unquote_plus(k)[len(name) :], unquote_plus(v)) for k, v in own])
    exploded = explode and media_type is None and style != "deepObject"
    if exploded and isinstance(given, Mapping):
        return _exploded(left, given)
    own = [pair for pair in left if unquote_plus(pair[0]) == name]
    _remove(own, left)
    texts = [value for _, value in own]
    if exploded and isinstance(given, list):
        return _items([unquote_plus(text) for text in texts], given)
    if len(texts) != 1:
        raise Undecodable(f"is sent {len(texts)} times")
    if media_type is not None:
        return _content(unquote_plus(texts[0]), media_type)
    if isinstance(given, list | Mapping):
        parts = _delimited(texts[0], style)
        return (
            _items(parts, given)
            if isinstance(given, list)
            else _object(_flat(parts), given)
        )
    return unquote_plus(texts[0])


def _exploded(left: list[Pair], given: Mapping[str, Any]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in given.items():
        own = [pair for pair in left if unquote_plus(pair[0]) == key]
        if isinstance(value, list):
            found[key] = _items([unquote_plus(text) for _, text in own], value)
        elif own:
            # Two objects whose properties have one name can only be told by the values.
            own = [p for p in own if same(unquote_plus(p[1]), value)][:1] or own
            found[key] = _scalar(unquote_plus(own[0][1]), value)
        _remove(own, left)
    return found


def _delimited(raw: str, style: str) -> list[str]:
    encoded, plain = _SEPARATORS.get(style, (",", ","))
    if style != "form":
        raw = raw.replace(encoded, plain)
    return [unquote_plus(part) for part in raw.split(plain)]


def _remove(own: list[Pair], left: list[Pair]) -> None:
    for pair in own:
        left.remove(pair)


def _deep(pairs: Iterable[Pair]) -> Any:
    """Nested objects and lists from keys such as `[a][0][b]`."""
    tree: dict[str, Any] = {}
    for key, text in pairs:
        steps = re.findall(r"\[([^\]]*)\]", key)
        node = tree
        for step in steps[:-1]:
            node = node.setdefault(step, {})
        if steps[-1] in node:
            raise Undecodable(f"{key} is sent twice")
        node[steps[-1]] = text
    return _listed(tree)


def _listed(tree: Any) -> Any:
    if not isinstance(tree, dict):
        return tree
    inner = {key: _listed(value) for key, value in tree.items()}
    if inner and list(inner) == [str(index) for index in range(len(inner))]:
        return list(inner.values())
    return inner


def _split_pairs(text: str, separator: str = "&") -> list[Pair]:
    split = [pair.partition("=") for pair in text.split(separator) if pair]
    return [(key, value) for key, _, value in split]


def _json(text: str | bytes) -> object:
    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) < len(pairs):
            raise Undecodable("a key is given twice")
        return found

    try:
        return json.loads(text, object_pairs_hook=once)
    except json.JSONDecodeError as error:
        raise Undecodable(f"is not JSON: {error}: {text[:100]!r}") from None


# Bodies ----------------------------------------------------------------------------


def _body(content: Place, raw: bytes, content_type: str, given: object) -> object:
    kind = media.plain(content_type)
    if kind == "application/x-www-form-urlencoded":
        return _form(content, "encoding", _split_pairs(raw.decode("ascii")), given)
    if kind.startswith("multipart/"):
        return _multipart(content, raw, content_type, given)
    if isinstance(given, bytes):
        return raw
    if isinstance(given, str) and not is_json(kind):
        return raw.decode()
    if isinstance(given, list) and (
        "jsonl" in kind or "ndjson" in kind or "seq" in kind
    ):
        return [_json(line) for line in raw.splitlines()]
    return _json(raw)


class _Form(dict[str, object]):
    """The fields of a form, which cannot say that a list or an object is empty."""


def _filled(value: Any) -> Any:
    """The value without lists and objects that have nothing in them."""
    if isinstance(value, Mapping):
        inner = {name: _filled(each) for name, each in value.items()}
        return {name: each for name, each in inner.items() if each not in ({}, [])}
    if isinstance(value, list):
        return [each for each in map(_filled, value) if each not in ({}, [])]
    return value


def _form(
    content: Place, key: str | None, pairs: list[Pair], given: object
) -> dict[str, object]:
    assert isinstance(given, Mapping)
    left = list(pairs)
    encodings = content.get(key) if key else None
    found = _Form()
    for name, whole in given.items():
        encoding = encodings.get(name) if encodings else None
        style, explode, media_type = _encoding(encoding, whole)
        value = _filled(whole) if style == "deepObject" else whole
        if media_type or value not in ([], {}):
            found[name] = _take(left, name, value, style, explode, media_type)
    for name, _ in left:
        found[unquote_plus(name)] = "unasked for"
    return found


def _encoding(encoding: Place | None, value: object) -> tuple[str, bool, str | None]:
    """The style, explode and media type of a field of a form."""
    declared = encoding.value if encoding else {}
    if declared.keys() & {"style", "explode", "allowReserved"}:
        style = declared.get("style", "form")
        return style, declared.get("explode", style == "form"), None
    media_type = declared.get("contentType")
    nested = isinstance(value, list) and any(isinstance(v, Mapping) for v in value)
    if media_type is None and isinstance(value, Mapping) and not nested:
        # The default for objects.
        media_type = "application/json"
    return "form", True, media_type if media_type and "json" in media_type else None


def _multipart(
    content: Place, raw: bytes, content_type: str, given: object
) -> dict[str, object]:
    assert isinstance(given, Mapping)
    head = f"MIME-Version: 1.0\r\nContent-Type: {content_type}\r\n\r\n".encode()
    message = BytesParser(policy=policy.HTTP).parsebytes(head + raw)
    parts: dict[str, list[EmailMessage]] = {}
    for part in cast("Iterable[EmailMessage]", message.iter_parts()):
        name = str(part.get_param("name", header="content-disposition"))
        parts.setdefault(name, []).append(part)
    encodings = content.get("encoding")
    found: dict[str, object] = {}
    for name, value in given.items():
        encoding = encodings.get(name) if encodings else None
        style, explode, _ = _encoding(encoding, value)
        if encoding is not None and encoding.value.keys() & {"style", "explode"}:
            pairs = [
                (key, quote_plus(_payload(part).decode()))
                for key, own in parts.items()
                for part in own
                if key == name or key.startswith(f"{name}[") or key in _keys(value)
            ]
            taken = dict(pairs)
            found[name] = _take(pairs, name, value, style, explode, None)
            parts = {n: own for n, own in parts.items() if n not in taken}
            continue
        own = parts.pop(name, [])
        values = value if isinstance(value, list) else [value]
        if len(own) != len(values):
            raise Undecodable(f"{name}: {len(own)} parts for {len(values)} values")
        decoded = [_part(p, v, encoding) for p, v in zip(own, values, strict=True)]
        found[name] = decoded if isinstance(value, list) else decoded[0]
    found.update(dict.fromkeys(parts, "unasked for"))
    return found


def _keys(value: object) -> set[str]:
    return set(value) if isinstance(value, Mapping) else set()


def _part(part: EmailMessage, given: object, encoding: Place | None) -> object:
    payload = _payload(part)
    declared = encoding.plain("contentType") if encoding else None
    sent = part.get("content-type")
    if (
        isinstance(declared, str)
        and "," not in declared
        and not isinstance(given, bytes)
    ):
        if not sent or not media.fits(str(sent), declared):
            raise Undecodable(f"part is {sent}, not {declared}")
    if isinstance(given, bytes):
        if part.get_filename() is None:
            raise Undecodable("a file's part has no file name")
        return payload
    if isinstance(given, Mapping | list):
        return _json(payload)
    text = payload.decode()
    return _json(text) if sent and "json" in str(sent) else text


def _payload(part: EmailMessage) -> bytes:
    payload = cast("bytes", part.get_payload(decode=True))
    # The parser takes the last line break of parts without lines for their own.
    return payload if part.is_multipart() else payload.removesuffix(b"\r\n")
