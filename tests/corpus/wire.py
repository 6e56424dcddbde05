"""The judge: is a request what the description makes of the given values?

What was given fits the description's schemas already, so that what was sent only has
to stand for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import quote, unquote, unquote_plus, urljoin

import httpx2

from tests.contract import media

from .calls import Given
from .forms import Form, body_value, form_value
from .raw import (
    PLACEHOLDER,
    Description,
    Operation,
    Parameter,
    Place,
    bare,
    placeholders,
)
from .styles import (
    Pair,
    Undecodable,
    content_value,
    filled,
    header_value,
    path_value,
    same,
    split_pairs,
    take,
)

_STANDARD_HEADERS: Final = frozenset(
    "accept accept-encoding connection content-length content-type cookie host"
    " transfer-encoding user-agent".split()
)
_IN_PATHS: Final = "/:@!$&'()*+,;=~[]%?"


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
        self._query = split_pairs(raw)
        self._cookies = split_pairs(request.headers.get("cookie", ""), "; ")
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
        if place != "body" or isinstance(wire, Form):
            wire, given = filled(wire), filled(given)
        if not same(wire, given):
            wire, given = _differing(wire, given)
            self.findings.append(f"{place}: sent {wire!r:.300} for {given!r:.300}")

    def _check_path(self, base_url: str) -> None:
        template = bare(self._operation.template).partition("?")[0].partition("#")[0]
        names = placeholders(template)
        literals = PLACEHOLDER.split(template)[::2]
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
        declared |= {placeholders(f"{{{name}}}")[0]: p for name, p in declared.items()}
        for name, raw in zip(names, match.groups(), strict=True):
            value = self._given.path[name]
            parameter = declared.get(name)
            try:
                wire = path_value(parameter, name, raw, value)
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
                form = form_value(parameter.place, None, self._query, value)
                self._expect("querystring", form, value)
            else:
                media_type = parameter.media_type or "application/json"
                wire = content_value(unquote(raw), media_type)
                self._expect("querystring", wire, value)
            self._query = []

    def _check_pairs(self, location: str, pairs: list[Pair]) -> None:
        """Check the query or the cookies."""
        values = getattr(self._given, location)
        left = list(pairs)
        fixed = self._operation.template.partition("?")[2].partition("#")[0]
        for pair in split_pairs(fixed) if location == "query" else ():
            if pair not in left:
                self.findings.append(f"query: {pair} of the path is missing")
            else:
                left.remove(pair)
        keys = self._credential_names(location)
        for parameter in self._parameters(location):
            name = parameter.name
            if name in keys:
                self._check_key(location, parameter, [unquote_plus(k) for k, _ in left])
            elif name in values:
                style = (parameter.style, parameter.explode, parameter.media_type)
                try:
                    wire = take(left, name, values[name], *style)
                except Undecodable as error:
                    self.findings.append(f"{location} {name}: {error}")
                else:
                    self._expect(f"{location} {name}", wire, values[name])
            else:
                self._check_constant(location, parameter, left)
        for key, _ in left:
            if unquote_plus(key) not in keys:
                self.findings.append(f"{location} {unquote_plus(key)}: unasked for")

    def _check_key(self, location: str, parameter: Parameter, sent: list[str]) -> None:
        """Check a parameter that the client's credentials fill in."""
        times = sent.count(parameter.name)
        if times > 1 or (parameter.required and not times):
            self.findings.append(f"{location} {parameter.name}: is sent {times} times")

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
        keys = self._credential_names("header")
        known = _STANDARD_HEADERS | keys
        for parameter in self._parameters("header"):
            name, lower = parameter.name, parameter.name.lower()
            if lower in ("accept", "content-type", "authorization"):
                continue
            known |= {lower}
            if lower in keys:
                self._check_key("header", parameter, [name] if lower in sent else [])
            elif name in self._given.header and lower != "content-length":
                value = self._given.header[name]
                raw = sent.get(lower)
                if raw is None:
                    self.findings.append(f"header {name}: is missing")
                    continue
                try:
                    wire = header_value(parameter, raw, value)
                except Undecodable as error:
                    self.findings.append(f"header {name}: {error}")
                else:
                    self._expect(f"header {name}", wire, value)
            elif lower in _STANDARD_HEADERS:
                # HTTP itself sends it, with a value of its own.
                continue
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
        # Where nothing at all is said, what the client has may be sent.
        alternatives = self._operation.security or self._unasked()
        schemes = [s for names in alternatives for s in self._schemes(names)]
        found = {_credential(scheme) for scheme in schemes}
        return {name for place, name in found if place == location}

    def _unasked(self) -> list[tuple[str, ...]]:
        """The schemes of a description in which nothing says which it takes."""
        root = self._description.root
        said = (root, *(each.place for each in self._description.operations.values()))
        if any(each.get("security") is not None for each in said):
            return []
        components = root.get("components")
        found = components.items("securitySchemes") if components else ()
        return [(name,) for name, _ in found]

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
            wire = body_value(content, raw, content_type, given.body)
        except (Undecodable, ValueError) as error:
            self.findings.append(f"body: {error}")
        else:
            self._expect("body", wire, given.body)


def base_of(description: Description, operation: Operation) -> str:
    """The URL of the server that an operation is for."""
    servers = [_server(place) for place in operation.servers]
    roots = [_server(place) for place in description.root.each("servers")]
    return urljoin(roots[0] if roots else "", servers[0]) if servers else ""


def _differing(wire: object, given: object) -> tuple[object, object]:
    """The two, where both are objects without the members that are the same."""
    if not isinstance(wire, dict) or not isinstance(given, dict):
        return wire, given
    alike = {n for n in wire.keys() & given.keys() if same(wire[n], given[n])}
    left, right = (
        {n: v for n, v in each.items() if n not in alike} for each in (wire, given)
    )
    return left, right


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
